import type { GraphDocument } from '../domain/graph-document.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { NodeTable } from './node-table.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

/**
 * The graph as it would be with the document in it, to compare its items with others: what it has of the batch's items
 * gives way.
 */
export async function withDocument(snapshot: GraphSnapshot, document: GraphDocument): Promise<GraphSnapshot> {
  const batch = snapshot.placeOf(document.batchId);
  const replaced = new Set(batch === undefined ? [] : snapshot.linked(batch, 'PUBLISHED_IN', false));
  const idOf = (place: number): string => snapshot.nodes.idOf(place);
  const changed = new Map<string, AnyNode | undefined>();
  for (const item of replaced) changed.set(idOf(item), undefined);
  for (const node of document.nodes) changed.set(node.id, node);

  const { table } = await NodeTable.after(snapshot.nodes, changed);
  const graph = await SnapshotBuilder.of(table);
  const stated = new Set(document.relationships.map(({ type, from, to }) => `${type} ${from} ${to}`));
  for (const { type, from, to, row } of snapshot.links()) {
    if (replaced.has(from) || replaced.has(to) || stated.has(`${type} ${idOf(from)} ${idOf(to)}`)) continue;
    graph.addFrom(snapshot, type, table.placeOf(idOf(from)), table.placeOf(idOf(to)), row);
  }
  for (const { type, from, to, properties } of document.relationships) graph.add(type, from, to, properties);
  return graph.build(snapshot.stamp);
}
