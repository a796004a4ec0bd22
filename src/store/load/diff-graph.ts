import type { GraphRelationship } from '../../domain/graph-document.ts';
import type { AnyNode } from '../../domain/nodes.ts';

/** Nodes and relationships: what the graph has of a batch, or what it should have. */
export interface GraphState {
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
}

export interface Changes<T> {
  readonly added: readonly T[];
  /** As they are to be. */
  readonly updated: readonly T[];
  /** The same, in the same order, as they were. */
  readonly replaced: readonly T[];
  readonly removed: readonly T[];
}

export interface GraphDifference {
  readonly nodes: Changes<AnyNode>;
  readonly relationships: Changes<GraphRelationship>;
}

/** What must be written to get from one state to the other, and no more. */
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

/** Equal in content. Not util.isDeepStrictEqual: what an engine's binding makes may have prototypes of its own. */
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
