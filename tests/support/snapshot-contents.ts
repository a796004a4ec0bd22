import type { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';

/** All contents of a snapshot and its version, as data. */
export const contentsOf = (snapshot: GraphSnapshot) => ({ stamp: snapshot.stamp, ...toldBy(snapshot) });

/** All contents of a snapshot, as data. */
export const toldBy = (snapshot: GraphSnapshot) => ({
  nodes: [...snapshot.nodes].map((node, nodeIndex) => ({
    node,
    steps: [...snapshot.steps(nodeIndex)],
    shortNames: snapshot.shortNames(nodeIndex),
  })),
  edges: [...snapshot.edges()],
});
