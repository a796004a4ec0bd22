import type { GraphDocument } from '../domain/graph-document.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { toSnapshot } from './read-snapshot.ts';

/**
 * The graph as it would be with the document in it, to compare its items with others: what it has of the batch's items
 * gives way. Agencies are in no order.
 */
export function withDocument(snapshot: GraphSnapshot, document: GraphDocument): Promise<GraphSnapshot> {
  const batch = snapshot.placeOf(document.batchId);
  const replaced = new Set(batch === undefined ? [] : snapshot.linked(batch, 'PUBLISHED_IN', false));
  const nodes = new Map(snapshot.nodes.map((node) => [node.id, node]));
  for (const item of replaced) nodes.delete(snapshot.node(item).id);
  for (const node of document.nodes) nodes.set(node.id, node);

  const kept = [...snapshot.nodes.entries()].flatMap(([place, { id }]) =>
    [...snapshot.steps(place)]
      .filter(({ outward, other }) => outward && !replaced.has(place) && !replaced.has(other))
      .map(({ type, other }) => ({ type, from: id, to: snapshot.node(other).id })),
  );
  const relationships = new Map(
    [...kept, ...document.relationships].map((each) => [`${each.type} ${each.from} ${each.to}`, each]),
  );
  return toSnapshot(snapshot.version, {
    nodes: [...nodes.values()],
    relationships: [...relationships.values()],
  });
}
