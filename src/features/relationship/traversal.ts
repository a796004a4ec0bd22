import { LABELS, type RelationshipType } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** The rules for a walk through the graph. */
export interface Traversal {
  readonly snapshot: GraphSnapshot;
  /** Whether the walk may take a step with this code. */
  allows(code: number): boolean;
  /** Whether a walk may continue from this node. */
  passes(nodeIndex: number): boolean;
}

/**
 * A traversal along relationships of the given kinds, or of all kinds. Hubs (regions and batches) can end a walk, but a
 * walk does not pass through them, because they connect everything. If kinds are given, only the kinds decide.
 */
export function traversal(
  snapshot: GraphSnapshot,
  through: readonly RelationshipType[] | null | undefined,
): Traversal {
  const { codes } = snapshot;
  const allowed = codes.all.map((code) => through == null || through.includes(codes.kindOf(code).type));
  return {
    snapshot,
    allows: (code) => allowed[code] === true,
    passes: (nodeIndex) => through != null || !LABELS[snapshot.labelOf(nodeIndex)].hub,
  };
}
