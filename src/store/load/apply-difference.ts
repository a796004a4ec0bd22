import type { GraphRelationship } from '../../domain/graph-document.ts';
import { groupBy } from '../../domain/group-by.ts';
import { batchLabels, type Label, type RelationshipType } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import {
  loadDeleteNodes,
  loadDeleteRelationships,
  loadKnownIds,
  loadMerged,
  loadUnused,
  loadVocabularyRelationships,
  nodeByIds,
} from '../statements.gen.ts';
import type { Transaction } from '../store.ts';
import type { GraphDifference, GraphState } from './diff-graph.ts';
import { sendPipelined } from './send-pipelined.ts';
import {
  createNodeStatements,
  createRelationshipStatements,
  mergeNodeStatements,
  mergeRelationshipStatements,
} from './write-statements.gen.ts';

/** Rows per statement: enough to be fast, few enough to limit memory on both engines. */
const CHUNK = 1000;

/** Whether all batches share the node, as they share a vocabulary entry. */
export const isShared = (id: string): boolean => !batchLabels.includes(labelOf(id as NodeId));

/** Sends one statement. */
type Send = () => Promise<unknown>;

/** Writes the difference: first the removals, then nodes, then the relationships that need them. */
export async function applyDifference(transaction: Transaction, difference: GraphDifference): Promise<void> {
  await sendPipelined(removals(transaction, difference));
  const isNew = await absence(transaction, difference.nodes.added);
  await sendPipelined(writes(transaction, difference, isNew));
}

function* removals(transaction: Transaction, { nodes, relationships }: GraphDifference): Generator<Send> {
  for (const rows of chunksOf(relationships.removed)) {
    yield () => transaction.run(loadDeleteRelationships, { rows: rows.map((row) => ({ ...row })) });
  }
  for (const rows of chunksOf(nodes.removed)) {
    yield () => transaction.run(loadDeleteNodes, { ids: rows.map((node) => node.id) });
  }
}

function* writes(
  transaction: Transaction,
  { nodes, relationships: { added, updated } }: GraphDifference,
  isNew: (node: { readonly id: string }) => boolean,
): Generator<Send> {
  yield* inGroups(nodes.added.filter(isNew), labelOfNode, createNodeStatements, transaction);
  const kept = nodes.added.filter((node) => !isNew(node));
  yield* inGroups([...kept, ...nodes.updated], labelOfNode, mergeNodeStatements, transaction);

  // The relationships of a new node are new too, so they need no look-up.
  const isFirst = ({ from, to }: GraphRelationship): boolean => isNew({ id: from }) || isNew({ id: to });
  yield* inGroups(added.filter(isFirst), typeOf, createRelationshipStatements, transaction);
  const others = [...added.filter((row) => !isFirst(row)), ...updated];
  yield* inGroups(others, typeOf, mergeRelationshipStatements, transaction);
}

const labelOfNode = (node: AnyNode): Label => labelOf(node.id as NodeId);
const typeOf = ({ type }: GraphRelationship): RelationshipType => type;

/** Tells which nodes the graph lacks. After a manual edit it may have a node that is not linked to the batch. */
async function absence(
  transaction: Transaction,
  added: readonly AnyNode[],
): Promise<(node: { readonly id: string }) => boolean> {
  const absent = new Set<string>(added.map((node) => node.id));
  for (const { id } of await transaction.run(loadKnownIds, { ids: [...absent] })) absent.delete(id);
  return ({ id }) => absent.has(id);
}

function* inGroups<T extends AnyNode | GraphRelationship, K extends string>(
  list: readonly T[],
  kindOf: (each: T) => K,
  statements: Readonly<Record<K, (typeof mergeNodeStatements)[Label]>>,
  transaction: Transaction,
): Generator<Send> {
  for (const [kind, group] of groupBy(list, kindOf)) {
    for (const rows of chunksOf<AnyNode | GraphRelationship>(group)) {
      yield () => transaction.run(statements[kind], { rows: rows.map((row) => ({ ...row })) });
    }
  }
}

/** Deletes vocabulary entries that nothing refers to any more, then their parents likewise. Returns the deleted. */
export async function deleteUnused(
  transaction: Transaction,
  removed: readonly GraphRelationship[],
): Promise<GraphState> {
  const nodes: AnyNode[] = [];
  const relationships: GraphRelationship[] = [];
  let candidates = [...new Set(removed.flatMap(({ from, to }) => [from, to]).filter(isShared))];
  while (candidates.length > 0) {
    const unused = await unusedAmong(transaction, candidates);
    const toParents = await transaction.run(loadVocabularyRelationships, { ids: unused });
    nodes.push(...(await transaction.run(nodeByIds, { ids: unused })).map((row) => row.node));
    relationships.push(...(toParents as GraphRelationship[]));
    await transaction.run(loadDeleteNodes, { ids: unused });
    candidates = [...new Set(toParents.map((row) => row.to))];
  }
  return { nodes, relationships };
}

/** The candidates without any reference, with the bodies merged with them. If one of these is in use, all are kept. */
async function unusedAmong(transaction: Transaction, candidates: readonly string[]): Promise<string[]> {
  const merged = await transaction.run(loadMerged, { ids: [...candidates] });
  const members = [...new Set(merged.map((row) => row.id))];
  const unused = new Set((await transaction.run(loadUnused, { ids: members })).map((row) => row.id));
  const families = [...groupBy(merged, (row) => row.ownerId).values()];
  const idle = families.filter((family) => family.every(({ id }) => unused.has(id)));
  return [...new Set(idle.flat().map(({ id }) => id))].sort();
}

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += CHUNK) yield rows.slice(start, start + CHUNK);
}
