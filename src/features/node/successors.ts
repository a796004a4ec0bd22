import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** Stops at this depth, because mergers in a circle would never end. */
const MOST_MERGERS = 20;

/** The final successors of a body that was merged into others; for any other node, the node itself. */
export const successorsOf = (snapshot: GraphSnapshot, nodeIndex: number, left = MOST_MERGERS): number[] => {
  const next = [...snapshot.linked(nodeIndex, 'MERGED_INTO', true)];
  if (next.length === 0) return [nodeIndex];
  return left === 0 ? [] : next.flatMap((each) => successorsOf(snapshot, each, left - 1));
};
