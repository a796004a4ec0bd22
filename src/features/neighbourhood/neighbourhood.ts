import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type Relationship, relationshipAt } from '../relationship/relationship.type.ts';
import type { Traversal } from '../relationship/traversal.ts';

interface Reached {
  readonly place: number;
  readonly distance: number;
}

interface Neighbourhood {
  readonly reached: readonly Reached[];
  readonly relationships: readonly Relationship[];
  /** How many nodes and relationships the limits left out. */
  readonly omitted: number;
  readonly omittedRelationships: number;
}

/**
 * The nodes within `depth` steps of a node, the nearest first, at most `limit`; and the relationships among those.
 * At the same distance the nodes come first that more relationships join to nearer ones, then by id.
 */
export function neighbourhoodOf(
  snapshot: GraphSnapshot,
  traversal: Traversal,
  of: number,
  { depth, limit, mostRelationships }: { depth: number; limit: number; mostRelationships: number },
): Neighbourhood {
  const distances = new Map([[of, 0]]);
  const order = [of];
  let layer = [of];
  for (let distance = 1; distance <= depth && layer.length > 0; distance += 1) {
    const joined = new Map<number, number>();
    for (const place of layer) {
      if (place !== of && !traversal.passes(place)) continue;
      for (const { other } of traversal.stepsFrom(place)) {
        if (!distances.has(other)) joined.set(other, (joined.get(other) ?? 0) + 1);
      }
    }
    layer = [...joined.keys()].sort((a, b) => (joined.get(b) as number) - (joined.get(a) as number) || a - b);
    for (const place of layer) {
      distances.set(place, distance);
      order.push(place);
    }
  }
  const kept = order.slice(0, limit);
  const relationships = relationshipsAmong(snapshot, traversal, kept);
  return {
    reached: kept.map((place) => ({ place, distance: distances.get(place) as number })),
    relationships: relationships.slice(0, mostRelationships),
    omitted: order.length - kept.length,
    omittedRelationships: Math.max(0, relationships.length - mostRelationships),
  };
}

/** Each relationship once, at the end where it starts. */
function relationshipsAmong(
  snapshot: GraphSnapshot,
  traversal: Traversal,
  places: readonly number[],
): Relationship[] {
  const among = new Set(places);
  return places.flatMap((place) =>
    [...traversal.stepsFrom(place)]
      .filter(({ outward, other }) => outward && among.has(other))
      .map((step) => relationshipAt(snapshot, place, step)),
  );
}
