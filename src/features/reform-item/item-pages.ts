import type { ItemClause } from '../../domain/item-clause.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { jsonTextOf } from '../../graphql/json-text.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import type { Page, PageParams } from '../../graphql/relay/connection.ts';
import { pageOfOrdered } from '../../graphql/relay/list-page.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';

/** What a list of items sorts by, as text that sorts as the value does. */
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

/** What is common to all lists of items. */
export const ITEM_EDGES = {
  idOf: ({ node }: { readonly node: ReformItemNode }) => node.id,
  toEdge: ({ node }: { readonly node: ReformItemNode }) => ({ node }),
  toNode: ({ node }: { readonly node: ReformItemNode }) => node,
} as const;

/** The indexes of all items in the orders that have been asked for. */
const ordersOf = perSnapshot(() => new Map<string, readonly number[]>());

/** By key, either way, and those of equal keys by id. */
function orderOf(snapshot: GraphSnapshot, by: ItemKey, descending: boolean): readonly number[] {
  const orders = ordersOf(snapshot);
  const name = `${by} ${descending}`;
  const known = orders.get(name) ?? sorted(snapshot, by, descending);
  orders.set(name, known);
  return known;
}

function sorted(snapshot: GraphSnapshot, by: ItemKey, descending: boolean): readonly number[] {
  const items = snapshot.ofLabel('ReformItem');
  // Node indexes ascend with ids, and the snapshot's own order is by position already.
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
 * Those items of a list that meet the clauses, all of them where there are none. What a filter leaves is worked out once
 * for each version of the graph, as long as it is kept.
 * @param name tells the list from others
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

/** A page of items that are in the order of the key; takes no longer for a long list than for a short one. */
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
    ITEM_EDGES.idOf,
  );

/** A page of all items that meet the clauses, from the graph in memory. */
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
