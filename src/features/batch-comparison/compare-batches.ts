import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type Dimension, itemsByMember } from '../cross-tabulation/dimensions.ts';

/** The nodes to return, by presence in the two batches. */
export const PRESENCES = ['EITHER', 'BOTH', 'ONLY_A', 'ONLY_B'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Items of two batches, as node indexes. */
export interface BatchItems {
  readonly snapshot: GraphSnapshot;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

interface Counts {
  readonly nodeIndex: number;
  readonly countA: number;
  readonly countB: number;
}

const MEANT: Readonly<Record<Presence, (counts: Counts) => boolean>> = {
  EITHER: () => true,
  BOTH: ({ countA, countB }) => countA > 0 && countB > 0,
  ONLY_A: ({ countB }) => countB === 0,
  ONLY_B: ({ countA }) => countA === 0,
};

/**
 * The nodes of a dimension that items of either batch are linked to, with the counts: most items of both batches
 * together first, then by id.
 */
export function compareBatches(
  { snapshot, a, b }: BatchItems,
  dimension: Dimension,
  presence: Presence,
): Counts[] {
  const [ofA, ofB] = [itemsByMember(snapshot, dimension, a), itemsByMember(snapshot, dimension, b)];
  return [...new Set([...ofA.keys(), ...ofB.keys()])]
    .map((nodeIndex) => ({
      nodeIndex,
      countA: ofA.get(nodeIndex)?.length ?? 0,
      countB: ofB.get(nodeIndex)?.length ?? 0,
    }))
    .filter(MEANT[presence])
    .sort((x, y) => y.countA + y.countB - x.countA - x.countB || x.nodeIndex - y.nodeIndex);
}
