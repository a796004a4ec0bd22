import { type Relationship, relationshipAt } from '../relationship/relationship.type.ts';
import type { Traversal } from '../relationship/traversal.ts';

interface Reached {
  readonly nodeIndex: number;
  readonly distance: number;
}

interface Neighbourhood {
  readonly reached: readonly Reached[];
  readonly relationships: readonly Relationship[];
  /** The number of nodes, and of relationships, left out by the limits. */
  readonly omitted: number;
  readonly omittedRelationships: number;
}

/**
 * The nodes within `depth` steps of a node, the nearest first, at most `limit`; and the relationships among them. Nodes
 * at the same distance are ordered by the number of relationships to nearer nodes, most first, then by id.
 */
export function neighbourhoodOf(
  traversal: Traversal,
  of: number,
  { depth, limit, mostRelationships }: { depth: number; limit: number; mostRelationships: number },
): Neighbourhood {
  const order: Reached[] = [{ nodeIndex: of, distance: 0 }];
  const seen = new Set([of]);
  let layer = [of];
  for (let distance = 1; distance <= depth && layer.length > 0; distance += 1) {
    layer = nextLayer(traversal, layer, seen, distance > 1);
    for (const nodeIndex of layer) {
      seen.add(nodeIndex);
      order.push({ nodeIndex, distance });
    }
  }
  const reached = order.slice(0, limit);
  const relationships = relationshipsAmong(
    traversal,
    reached.map(({ nodeIndex }) => nodeIndex),
  );
  return {
    reached,
    relationships: relationships.slice(0, mostRelationships),
    omitted: order.length - reached.length,
    omittedRelationships: Math.max(0, relationships.length - mostRelationships),
  };
}

/** The nodes one step further: most relationships first, then by id. */
function nextLayer(
  { snapshot, allows, passes }: Traversal,
  layer: readonly number[],
  seen: ReadonlySet<number>,
  beyondHubs: boolean,
): number[] {
  const joined = new Map<number, number>();
  for (const nodeIndex of layer) {
    if (beyondHubs && !passes(nodeIndex)) continue;
    snapshot.eachStep(nodeIndex, (code, other) => {
      if (allows(code) && !seen.has(other)) joined.set(other, (joined.get(other) ?? 0) + 1);
    });
  }
  return [...joined].sort(([a, x], [b, y]) => y - x || a - b).map(([nodeIndex]) => nodeIndex);
}

/** Each relationship once, listed at its start node. */
function relationshipsAmong({ snapshot, allows }: Traversal, nodeIndexes: readonly number[]): Relationship[] {
  const among = new Set(nodeIndexes);
  const { codes } = snapshot;
  const types = codes.all
    .filter(allows)
    .map((code) => codes.kindOf(code))
    .filter(({ outward }) => outward)
    .map(({ type }) => type);
  return nodeIndexes.flatMap((nodeIndex) =>
    types.flatMap((type) =>
      [...snapshot.linked(nodeIndex, type, true)]
        .filter((other) => among.has(other))
        .map((other) => relationshipAt(snapshot, nodeIndex, { type, outward: true, other })),
    ),
  );
}
