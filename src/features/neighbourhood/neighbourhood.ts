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
  traversal: Traversal,
  of: number,
  { depth, limit, mostRelationships }: { depth: number; limit: number; mostRelationships: number },
): Neighbourhood {
  const order: Reached[] = [{ place: of, distance: 0 }];
  const seen = new Set([of]);
  let layer = [of];
  for (let distance = 1; distance <= depth && layer.length > 0; distance += 1) {
    layer = nextLayer(traversal, layer, seen, distance > 1);
    for (const place of layer) {
      seen.add(place);
      order.push({ place, distance });
    }
  }
  const reached = order.slice(0, limit);
  const relationships = relationshipsAmong(
    traversal,
    reached.map(({ place }) => place),
  );
  return {
    reached,
    relationships: relationships.slice(0, mostRelationships),
    omitted: order.length - reached.length,
    omittedRelationships: Math.max(0, relationships.length - mostRelationships),
  };
}

/** What one more step reaches: most joined first, then by id. */
function nextLayer(
  { snapshot, allows, passes }: Traversal,
  layer: readonly number[],
  seen: ReadonlySet<number>,
  beyondHubs: boolean,
): number[] {
  const joined = new Map<number, number>();
  for (const place of layer) {
    if (beyondHubs && !passes(place)) continue;
    snapshot.eachStep(place, (code, other) => {
      if (allows(code) && !seen.has(other)) joined.set(other, (joined.get(other) ?? 0) + 1);
    });
  }
  return [...joined].sort(([a, x], [b, y]) => y - x || a - b).map(([place]) => place);
}

/** Each relationship once, at the end where it starts. */
function relationshipsAmong({ snapshot, allows }: Traversal, places: readonly number[]): Relationship[] {
  const among = new Set(places);
  const { codes } = snapshot;
  const types = codes.all
    .filter(allows)
    .map((code) => codes.kindOf(code))
    .filter(({ outward }) => outward)
    .map(({ type }) => type);
  return places.flatMap((place) =>
    types.flatMap((type) =>
      [...snapshot.linked(place, type, true)]
        .filter((other) => among.has(other))
        .map((other) => relationshipAt(snapshot, place, { type, outward: true, other })),
    ),
  );
}
