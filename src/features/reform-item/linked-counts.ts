import type { NodeOf } from '../../domain/nodes.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
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

/** The field for the node, in the type that counts nodes of a label. */
const COUNTED_AS = { Agency: 'agency', PilotZone: 'zone', Theme: 'theme' } as const;

/**
 * The number of a node's items linked to each node of another kind: most items first, then by name; at most MAX_PAGE.
 * The items of a theme include those of the themes directly below it.
 */
export function loadLinkedCounts(
  context: RequestContext,
  label: Linked,
  owner: { readonly id: string },
  other: keyof typeof COUNTED_AS,
): MaybePromise<readonly object[]> {
  const counts = context.computeCached(`${other} counts of ${owner.id}`, () => {
    const { snapshot } = context;
    return countLinked(snapshot, itemsOf(snapshot, label, snapshot.indexOf(owner.id)), other);
  });
  return andThen(counts, (known) => known.map(({ node, count }) => ({ [COUNTED_AS[other]]: node, count })));
}

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
    .map(([nodeIndex, count]) => ({ node: snapshot.nodeOf(label, nodeIndex), count }));
}
