import { type Label, RELATIONSHIPS, vocabularyRelationshipTypes } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import { readGraphStamp } from '../store/graph-version.ts';
import {
  loadVocabularyRelationships,
  nodeByIds,
  snapshotItemLinks,
  snapshotNodeIds,
} from '../store/statements.gen.ts';
import type { Store } from '../store/store.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { chunksOf, inChunks } from './in-chunks.ts';
import { NodeTable } from './node-table.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

/** How often a graph that keeps changing while it is read is read again. */
const TRIES = 5;

/**
 * Reads the whole graph, in many small statements. They are not one transaction, so it is read again when the graph
 * has changed meanwhile.
 * @throws StoreUnavailable, StoreTimeout
 */
export async function readSnapshot(store: Pick<Store, 'read'>): Promise<GraphSnapshot> {
  let stamp = await readGraphStamp(store);
  for (let tries = 1; ; tries += 1) {
    const graph = await readGraph(store);
    const after = await readGraphStamp(store);
    // One that was given up on is of the version before it was read, so that who asks next reads anew.
    if (after === stamp || tries === TRIES) return graph.build(stamp);
    stamp = after;
  }
}

/** Labels from which relationships lead to other vocabulary entries. */
const hasVocabularyRelationships = new Set<Label>(
  vocabularyRelationshipTypes.flatMap((type) => RELATIONSHIPS[type].ends.map(([from]) => from)),
);

async function readGraph(store: Pick<Store, 'read'>): Promise<SnapshotBuilder> {
  const [{ ids } = { ids: [] }] = await store.read(snapshotNodeIds, {});
  const of = (label: Label): string[] => ids.filter((id) => labelOf(id as NodeId) === label);
  // As texts sort here: the engines may see letters outside the BMP in another order.
  ids.sort();
  const nodes = new NodeTable();
  for await (const rows of chunksOf(store, nodeByIds, ids)) {
    rows.sort((a, b) => (a.ownerId < b.ownerId ? -1 : 1));
    for (const { node } of rows) nodes.push(node);
  }
  const graph = await SnapshotBuilder.of(nodes);
  // An item has a handful of relationships and an agency thousands, so those of items are asked for at the item.
  const itemLinks = inChunks(store, snapshotItemLinks, of('ReformItem'));
  for await (const { ownerId, types, outward, ends, carried } of itemLinks)
    for (const [index, type] of types.entries()) {
      const other = ends[index] as string;
      const [from, to] = outward[index] ? [ownerId, other] : [other, ownerId];
      graph.add(type, from, to, carried[index]);
    }
  const entries = ids.filter((id) => hasVocabularyRelationships.has(labelOf(id as NodeId)));
  for await (const { type, from, to } of inChunks(store, loadVocabularyRelationships, entries))
    graph.add(type, from, to);
  return graph;
}
