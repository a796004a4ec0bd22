import type { GraphDocument } from '../domain/graph-document.ts';
import type { RelationshipType } from '../domain/model.ts';
import { GraphSnapshot } from './graph-snapshot.ts';

/** The graph as it would be to look at with the document in it: what it has of the batch's items gives way. */
export function withDocument(snapshot: GraphSnapshot, document: GraphDocument): GraphSnapshot {
  const nodes = new Map(snapshot.nodes.map((node) => [node.id, node]));
  const batch = snapshot.placeOf(document.batchId);
  const replaced = new Set(batch === undefined ? [] : snapshot.linked(batch, 'PUBLISHED_IN', false));
  for (const item of replaced) nodes.delete(snapshot.node(item).id);
  for (const node of document.nodes) nodes.set(node.id, node);
  const sorted = [...nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const places = new Map(sorted.map(({ id }, place) => [id, place]));

  const links = new Map<string, { type: RelationshipType; from: number; to: number }>();
  const link = (type: RelationshipType, from: string, to: string): void => {
    const [start, end] = [places.get(from), places.get(to)];
    if (start !== undefined && end !== undefined)
      links.set(`${type} ${start} ${end}`, { type, from: start, to: end });
  };
  for (const [place, { id }] of snapshot.nodes.entries()) {
    for (const { type, outward, other } of snapshot.steps(place)) {
      if (outward && !replaced.has(place) && !replaced.has(other)) link(type, id, snapshot.node(other).id);
    }
  }
  for (const { type, from, to } of document.relationships) link(type, from, to);
  return new GraphSnapshot(snapshot.version, sorted, [...links.values()]);
}
