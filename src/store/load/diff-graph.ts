import type { GraphRelationship } from '../../domain/graph-document.ts';
import type { AnyNode } from '../../domain/nodes.ts';

/** The nodes and relationships that the graph has of a batch, or should have. */
export interface GraphState {
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
}

export interface Changes<T> {
  readonly added: readonly T[];
  /** The new values. */
  readonly updated: readonly T[];
  /** The old values, in the order of `updated`. */
  readonly replaced: readonly T[];
  readonly removed: readonly T[];
}

export interface GraphDifference {
  readonly nodes: Changes<AnyNode>;
  readonly relationships: Changes<GraphRelationship>;
}

/** The minimal changes from one state to the other. */
export function diffGraph(before: GraphState, after: GraphState): GraphDifference {
  return {
    nodes: diffBy(before.nodes, after.nodes, (node) => node.id),
    relationships: diffBy(
      before.relationships,
      after.relationships,
      ({ type, from, to }) => `${type} ${from} ${to}`,
    ),
  };
}

function diffBy<T>(before: readonly T[], after: readonly T[], keyOf: (value: T) => string): Changes<T> {
  const old = new Map(before.map((value) => [keyOf(value), value]));
  const [added, updated, replaced]: [T[], T[], T[]] = [[], [], []];
  const kept = new Set<string>();
  for (const value of after) {
    const key = keyOf(value);
    const previous = old.get(key);
    kept.add(key);
    if (previous === undefined) added.push(value);
    else if (!isSame(previous, value)) {
      updated.push(value);
      replaced.push(previous);
    }
  }
  return { added, updated, replaced, removed: before.filter((value) => !kept.has(keyOf(value))) };
}

/** Deep equality. Not util.isDeepStrictEqual: objects from an engine's binding may have prototypes of their own. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
  );
}

export const isEmptyDifference = ({ nodes, relationships }: GraphDifference): boolean =>
  [nodes, relationships].every(
    ({ added, updated, removed }) => added.length + updated.length + removed.length === 0,
  );
