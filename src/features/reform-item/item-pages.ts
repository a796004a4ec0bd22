import type { ItemClause } from '../../domain/item-clause.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { jsonTextOf } from '../../graphql/json-text.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import type { Page, PageParams } from '../../graphql/relay/connection.ts';
import { pageOfOrdered } from '../../graphql/relay/list-page.ts';
import { NODE_EDGES } from '../../graphql/relay/node-edges.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

/** The sort keys of item lists, as text that sorts like the value. */
const KEYS = {
  NUMBER: ({ position }: ReformItemNode) => position,
  TITLE: ({ titlePinyin }: ReformItemNode) => titlePinyin,
  AGENCY_COUNT: ({ agencyCount }: ReformItemNode) => String(agencyCount).padStart(5, '0'),
} as const;
export type ItemKey = keyof typeof KEYS;

export interface Keyed<K> {
  readonly key: K;
  readonly node: ReformItemNode;
}

/** The indexes of all items, in each order requested so far. */
const ordersOf = perSnapshot(() => new Map<string, readonly number[]>());

/** Ordered by key in either direction; equal keys by id. */
function orderOf(snapshot: GraphSnapshot, by: ItemKey, descending: boolean): readonly number[] {
  const orders = ordersOf(snapshot);
  const name = `${by} ${descending}`;
  const known = orders.get(name) ?? sorted(snapshot, by, descending);
  orders.set(name, known);
  return known;
}

function sorted(snapshot: GraphSnapshot, by: ItemKey, descending: boolean): readonly number[] {
  const items = snapshot.ofLabel('ReformItem');
  // Node indexes ascend with ids, and the snapshot already orders items by position.
  if (by === 'NUMBER' && !descending) return items;
  const keys = new Map(
    items.map((nodeIndex) => [nodeIndex, KEYS[by](snapshot.nodeOf('ReformItem', nodeIndex))]),
  );
  const sign = descending ? -1 : 1;
  return [...items].sort((a, b) => {
    const [keyA, keyB] = [keys.get(a) as string, keys.get(b) as string];
    return keyA === keyB ? a - b : keyA < keyB ? -sign : sign;
  });
}

/**
 * The items of a list that match the clauses; all items if there are no clauses. The filtered list is computed once for
 * each version of the graph while it stays cached.
 * @param name distinguishes the list from others
 */
export function chosenItems(
  context: RequestContext,
  snapshot: GraphSnapshot,
  clauses: readonly ItemClause[] | null,
  name: string,
  list: () => readonly number[],
): MaybePromise<readonly number[]> {
  if (clauses === null) return list();
  return context.computeCached(`${name} ${jsonTextOf(clauses)}`, () =>
    itemsMatching(snapshot, clauses, list()),
  );
}

/** A page of items already in the order of the key. Takes the same time for long and short lists. */
export const pageOfItems = (
  snapshot: GraphSnapshot,
  nodeIndexes: readonly number[],
  by: ItemKey,
  page: PageParams<string>,
): Page<Keyed<string>> =>
  pageOfOrdered<number, string, Keyed<string>>(
    nodeIndexes,
    page,
    (nodeIndex) => {
      const node = snapshot.nodeOf('ReformItem', nodeIndex);
      return { key: KEYS[by](node), node };
    },
    NODE_EDGES.idOf,
  );

/** A page of all items that match the clauses, from the graph in memory. */
export function itemPage(
  context: RequestContext,
  clauses: readonly ItemClause[] | null,
  by: ItemKey,
  page: PageParams<string>,
): MaybePromise<Page<Keyed<string>>> {
  const { snapshot } = context;
  const descending = page.keyDown !== page.backward;
  const items = chosenItems(context, snapshot, clauses, `reform-items ${by} ${descending}`, () =>
    orderOf(snapshot, by, descending),
  );
  return andThen(items, (nodeIndexes) => pageOfItems(snapshot, nodeIndexes, by, page));
}
