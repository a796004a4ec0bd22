import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** Mergers that go in a circle come to no end. */
const MOST_MERGERS = 20;

/** What a body that was merged into others has become in the end; any other node itself. */
export const successorsOf = (snapshot: GraphSnapshot, nodeIndex: number, left = MOST_MERGERS): number[] => {
  const next = [...snapshot.linked(nodeIndex, 'MERGED_INTO', true)];
  if (next.length === 0) return [nodeIndex];
  return left === 0 ? [] : next.flatMap((each) => successorsOf(snapshot, each, left - 1));
};
