import { appendTo } from '../../domain/group-by.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { RowCache } from '../../snapshot/row-cache.ts';
import { itemsAt } from '../reform-item/underlying-items.ts';

/** Two agencies, a before b by id, and the items they share, in order of position. All are node indexes. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly items: readonly number[];
  /** Shared items divided by the items of either, 0 to 1. */
  readonly jaccard: number;
}

/** The agencies responsible for some items. */
export interface CoOwners {
  /** The items of each agency that has any of them. */
  readonly itemsOf: ReadonlyMap<number, readonly number[]>;
  /** Every pair with shared items, most shared first, then by ids. */
  readonly pairs: readonly Pair[];
}

/** @param items node indexes of reform items, in order of position */
export function coOwnersOf(snapshot: GraphSnapshot, items: readonly number[]): CoOwners {
  const itemsOf = new Map<number, number[]>();
  const pairs = new Map<number, { a: number; b: number; items: number[] }>();
  for (const item of items) {
    const agencies = snapshot.linked(item, 'RESPONSIBLE_FOR', false);
    for (const [index, a] of agencies.entries()) {
      appendTo(itemsOf, a, item);
      for (const b of agencies.subarray(index + 1)) {
        const key = a * snapshot.nodes.length + b;
        const pair = pairs.get(key) ?? { a, b, items: [] };
        pair.items.push(item);
        pairs.set(key, pair);
      }
    }
  }
  const countOf = (agency: number): number => itemsOf.get(agency)?.length ?? 0;
  const compared = [...pairs.values()].map((pair): Pair => {
    const shared = pair.items.length;
    return { ...pair, jaccard: shared / (countOf(pair.a) + countOf(pair.b) - shared) };
  });
  return {
    itemsOf,
    pairs: compared.sort((x, y) => y.items.length - x.items.length || x.a - y.a || x.b - y.b),
  };
}

/** Another agency that shares items with one, and those items; all are node indexes. */
export interface CoOwner {
  readonly nodeIndex: number;
  readonly items: readonly number[];
}

/** The maximum number of co-owners cached for one snapshot, over all agencies. */
const MAX_CO_OWNERS = 100_000;
const keptOf = perSnapshot(() => new RowCache<number, readonly CoOwner[]>(MAX_CO_OWNERS));

/** The other agencies that share items with one, most shared first, then by id. */
export function coOwnersOfAgency(snapshot: GraphSnapshot, agency: number): readonly CoOwner[] {
  const kept = keptOf(snapshot);
  const known = kept.of(agency);
  if (known !== undefined) return known;
  const others = coOwnersIn(snapshot, agency);
  kept.keep(agency, others, others.length);
  return others;
}

function coOwnersIn(snapshot: GraphSnapshot, agency: number): CoOwner[] {
  const shared = new Map<number, number[]>();
  for (const item of snapshot.inOrder(snapshot.linked(agency, 'RESPONSIBLE_FOR', true))) {
    for (const other of snapshot.linked(item, 'RESPONSIBLE_FOR', false)) {
      if (other !== agency) appendTo(shared, other, item);
    }
  }
  return [...shared]
    .map(([nodeIndex, items]) => ({ nodeIndex, items }))
    .sort((a, b) => b.items.length - a.items.length || a.nodeIndex - b.nodeIndex);
}

/** The pair in the form that the resolvers of CoOwnership expect. */
export const toCoOwnership = (snapshot: GraphSnapshot, { a, b, items, jaccard }: Pair) => ({
  agencies: [a, b].map((nodeIndex) => snapshot.nodeOf('Agency', nodeIndex)),
  sharedCount: items.length,
  jaccard,
  ...itemsAt(snapshot, items),
});
