import { LABELS, type RelationshipType } from '../../domain/model.ts';
import type { GraphSnapshot, Step } from '../../snapshot/graph-snapshot.ts';

/** Where a walk through the graph may go. */
export interface Traversal {
  /** The steps that may be taken from a node at which the walk has arrived. */
  stepsFrom(place: number): Iterable<Step>;
  /** Whether a walk may go on from the node, and not only end there. */
  passes(place: number): boolean;
}

/**
 * Along the relationships of the given kinds, or of all. Hubs (regions and batches) are ends of a walk and never on
 * its way, since everything meets there; unless kinds are given, which then say all there is to say.
 */
export function traversal(
  snapshot: GraphSnapshot,
  through: readonly RelationshipType[] | null | undefined,
): Traversal {
  if (through == null) {
    return {
      stepsFrom: (place) => snapshot.steps(place),
      passes: (place) => !LABELS[snapshot.labelOf(place)].hub,
    };
  }
  const kinds = new Set(through);
  return {
    *stepsFrom(place) {
      for (const step of snapshot.steps(place)) if (kinds.has(step.type)) yield step;
    },
    passes: () => true,
  };
}
