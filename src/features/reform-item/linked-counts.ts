import type { NodeOf } from '../../domain/nodes.ts';
import type { MaybePromise } from '../../graphql/maybe-promise.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type Linked, linkedToItem } from '../../snapshot/item-links.ts';
import { byName } from '../../snapshot/linked-nodes.ts';
import { itemsOf } from './items-of.ts';

interface LinkedCount<L extends Linked> {
  readonly node: NodeOf<L>;
  readonly count: number;
}

/**
 * How many of a node's items are linked to each node of another kind: most items first, then by name; at most MAX_PAGE.
 * A theme's items are those of the themes right below it too.
 */
export const loadLinkedCounts = <L extends Linked>(
  context: RequestContext,
  label: Linked,
  owner: { readonly id: string },
  other: L,
): MaybePromise<LinkedCount<L>[]> =>
  context.keepComputed(`${other} counts of ${owner.id}`, () => {
    const { snapshot } = context;
    return countLinked(snapshot, itemsOf(snapshot, label, snapshot.placeOf(owner.id)), other);
  });

export function countLinked<L extends Linked>(
  snapshot: GraphSnapshot,
  items: readonly number[],
  label: L,
): LinkedCount<L>[] {
  const counts = new Map<number, number>();
  for (const item of items) {
    for (const end of linkedToItem(snapshot, item, label)) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  const inOrder = byName(snapshot);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || inOrder(a, b))
    .slice(0, MAX_PAGE)
    .map(([place, count]) => ({ node: snapshot.nodeOf(label, place), count }));
}
