import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { type GraphModel, graphModel } from '../../src/domain/graph-model.ts';
import type { ItemClause } from '../../src/domain/item-clause.ts';
import { GraphSnapshot } from '../../src/snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../src/snapshot/items-matching.ts';
import { NodeTable } from '../../src/snapshot/storage/node-table.ts';
import { type PackedGraph, PackedGraphBuilder } from '../../src/snapshot/storage/packed-graph.ts';
import { runToEnd } from '../../src/snapshot/time-slices.ts';
import { stampOf } from '../../src/store/graph-version.ts';
import { readSeedDocument } from './seeds.ts';

export type Graph = Pick<GraphDocument, 'nodes' | 'relationships'>;

interface PackOptions {
  readonly model?: GraphModel;
  readonly maxUnpacked?: number;
}

/** A document's graph, packed as the program packs the graph that it reads. */
export function packedGraphOf(
  { nodes, relationships }: Graph,
  { model = graphModel, maxUnpacked }: PackOptions = {},
): PackedGraph {
  const table = new NodeTable(model, maxUnpacked);
  for (const node of [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) table.push(node);
  runToEnd(table.fillIndex());
  const graph = new PackedGraphBuilder(model, table);
  for (const { type, from, to, properties } of relationships) graph.addEdge(type, from, to, properties);
  return runToEnd(graph.finish());
}

/** A document's graph as a snapshot, made without an engine. */
export const snapshotOf = (graph: Graph, version = 1, model = graphModel): GraphSnapshot =>
  runToEnd(GraphSnapshot.of(stampOf(version, null), packedGraphOf(graph, { model }), model));

/** The real bulletin. */
export const bulletinSnapshot = (): GraphSnapshot => snapshotOf(readSeedDocument());

/** The node index of a node that must exist. */
export function indexOf(snapshot: GraphSnapshot, id: string): number {
  const nodeIndex = snapshot.indexOf(id);
  if (nodeIndex === undefined) throw new Error(`the snapshot has no ${id}`);
  return nodeIndex;
}

export const itemIndex = (snapshot: GraphSnapshot, number: number): number =>
  indexOf(snapshot, `ReformItem:tj-7-${number}`);

/** The numbers of reform items, in the order given. */
export const numbersOf = (snapshot: GraphSnapshot, nodeIndexes: Iterable<number>): number[] =>
  [...nodeIndexes].map((nodeIndex) => snapshot.nodeOf('ReformItem', nodeIndex).number);

export const idsOf = (snapshot: GraphSnapshot, nodeIndexes: Iterable<number>): string[] =>
  [...nodeIndexes].map((nodeIndex) => snapshot.node(nodeIndex).id);

/** The node indexes of the reform items that match at least one clause; see itemsMatching. */
export const matchingItems = (
  snapshot: GraphSnapshot,
  clauses: readonly ItemClause[] | null,
): readonly number[] => runToEnd(itemsMatching(snapshot, clauses));
