interface NodeRow<N> {
  readonly node: N;
}

/** The parts of a connection whose edges have a node and nothing else. */
export const NODE_EDGES = {
  idOf: ({ node }: NodeRow<{ readonly id: string }>): string => node.id,
  toEdge: <N>({ node }: NodeRow<N>): NodeRow<N> => ({ node }),
  toNode: <N>({ node }: NodeRow<N>): N => node,
} as const;
