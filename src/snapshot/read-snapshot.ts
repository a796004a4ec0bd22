import { z } from 'zod';
import { RowShape } from '../domain/errors.ts';
import { type GraphModel, graphModel, labelInModel } from '../domain/graph-model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import { readGraphStamp } from '../store/graph-version.ts';
import {
  snapshotItemLinks,
  snapshotLinksBesideItems,
  snapshotNodeIds,
  snapshotNodes,
} from '../store/statements.gen.ts';
import type { Store } from '../store/store.ts';
import { GraphSnapshot } from './graph-snapshot.ts';
import { readChunks, readInChunks } from './read-in-chunks.ts';
import { NodeTable } from './storage/node-table.ts';
import { type PackedGraph, PackedGraphBuilder } from './storage/packed-graph.ts';
import { runInTimeSlices } from './time-slices.ts';

type Reader = Pick<Store, 'read'>;

/** The model of the graph, and the statement that names its types (see scripts/generate-load.ts). */
interface ModelToRead {
  readonly model: GraphModel;
  readonly linksBesideItems: typeof snapshotLinksBesideItems;
}
const TODAY: ModelToRead = { model: graphModel, linksBesideItems: snapshotLinksBesideItems };

/** The maximum number of reads if the graph changes during each read. */
const TRIES = 5;

/**
 * Reads the whole graph, in many small statements. They are not one transaction, so it reads again if the graph
 * changed during the read. Labels, types and properties that analysts added are left out.
 * @throws StoreUnavailable, StoreTimeout; RowShape if a node does not match the model
 */
export async function readSnapshot(store: Reader, of: ModelToRead = TODAY): Promise<GraphSnapshot> {
  let stamp = await readGraphStamp(store);
  for (let tries = 1; ; tries += 1) {
    const graph = await readGraph(store, of);
    const after = await readGraphStamp(store);
    // After the last try, the snapshot has the stamp from before the read, so the next request reads again.
    if (after === stamp || tries === TRIES) return runInTimeSlices(GraphSnapshot.of(stamp, graph, of.model));
    stamp = after;
  }
}

async function readGraph(store: Reader, { model, linksBesideItems }: ModelToRead): Promise<PackedGraph> {
  const [{ ids: all } = { ids: [] }] = await store.read(snapshotNodeIds, {});
  const ids = all.filter((id) => labelInModel(model, id) !== undefined);
  // Sort as JavaScript does: the engines may sort characters outside the BMP differently.
  ids.sort();
  const nodes = await readNodes(store, model, ids);
  const graph = new PackedGraphBuilder(model, nodes);
  const [items, others] = [ids.filter((id) => isItem(id)), ids.filter(startsLinksBesideItems(model))];
  // An item has few relationships and an agency thousands, so read the relationships of items from the item.
  const itemLinks = readInChunks(store, snapshotItemLinks, items);
  for await (const { ownerId, types, outward, ends, properties } of itemLinks)
    for (const [index, type] of types.entries()) {
      const other = ends[index] as string;
      const [from, to] = outward[index] ? [ownerId, other] : [other, ownerId];
      graph.addEdge(type, from, to, properties[index] ?? {});
    }
  for await (const { type, from, to, properties } of readInChunks(store, linksBesideItems, others))
    graph.addEdge(type, from, to, properties);
  return runInTimeSlices(graph.finish());
}

const isItem = (id: string): boolean => id.startsWith('ReformItem:');

/** Returns a test for the nodes whose label can start a relationship that does not involve an item. */
function startsLinksBesideItems(model: GraphModel): (id: string) => boolean {
  const pairs = Object.values(model.relationships).flatMap(({ ends }) => ends);
  const labels = new Set(pairs.filter((pair) => !pair.includes('ReformItem')).map(([from]) => from));
  return (id) => labels.has(labelInModel(model, id) ?? '');
}

/** @param ids ascending */
async function readNodes(store: Reader, model: GraphModel, ids: readonly string[]): Promise<NodeTable> {
  const check = checkOfNodes(model);
  const nodes = new NodeTable(model);
  for await (const rows of readChunks(store, snapshotNodes, ids)) {
    rows.sort((a, b) => (a.ownerId < b.ownerId ? -1 : 1));
    for (const { ownerId, properties } of rows) nodes.push(check(ownerId, properties));
  }
  await runInTimeSlices(nodes.fillIndex());
  return nodes;
}

/** Returns a function that validates a node and removes the properties that analysts added. */
function checkOfNodes(model: GraphModel): (id: string, properties: unknown) => AnyNode {
  const schemas = new Map(
    Object.entries(model.nodeSchemas).map(([label, { shape }]) => [label, z.object(shape)]),
  );
  return (id, properties) => {
    const { success, data, error } = (schemas.get(labelInModel(model, id) ?? '') as z.ZodObject).safeParse(
      properties,
    );
    if (!success) throw new RowShape(snapshotNodes.file, `${id}: ${z.prettifyError(error)}`);
    return data as unknown as AnyNode;
  };
}
