import { LABELS, type RelationshipType } from '../../domain/model.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** Where a walk through the graph may go. */
export interface Traversal {
  readonly snapshot: GraphSnapshot;
  /** Whether a step of this code may be taken. */
  allows(code: number): boolean;
  /** Whether a walk that has come to the node may go on from there. */
  passes(nodeIndex: number): boolean;
}

/**
 * Along the relationships of the given kinds, or of all. Hubs (regions and batches) are ends of a walk and never on
 * its way, since everything meets there; unless kinds are given, which then say all there is to say.
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
