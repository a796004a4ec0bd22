import type { GraphRelationship } from '../../domain/graph-document.ts';
import { groupBy } from '../../domain/group-by.ts';
import { batchLabels } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import {
  loadDeleteNodes,
  loadDeleteRelationships,
  loadMerged,
  loadUnused,
  loadVocabularyRelationships,
  nodeByIds,
} from '../statements.gen.ts';
import type { Transaction } from '../store.ts';
import type { GraphDifference, GraphState } from './diff-graph.ts';
import { mergeNodeStatements, mergeRelationshipStatements } from './merge-statements.gen.ts';

/** Rows per statement: large enough to be quick, small enough to bound memory on both engines. */
const CHUNK = 1000;

/** Whether a node is a vocabulary entry or the like, that all batches share. */
export const isShared = (id: string): boolean => !batchLabels.includes(labelOf(id as NodeId));

/** Writes what differs: what goes first, then nodes, then the relationships that need them. */
export async function applyDifference(
  transaction: Transaction,
  { nodes, relationships }: GraphDifference,
): Promise<void> {
  await inChunks(relationships.removed, (rows) =>
    transaction.run(loadDeleteRelationships, { rows: rows.map((row) => ({ ...row })) }),
  );
  await inChunks(nodes.removed, (rows) =>
    transaction.run(loadDeleteNodes, { ids: rows.map((node) => node.id) }),
  );
  for (const [label, group] of groupBy([...nodes.added, ...nodes.updated], (node) =>
    labelOf(node.id as NodeId),
  )) {
    await inChunks(group, (rows) =>
      transaction.run(mergeNodeStatements[label], { rows: rows.map((row) => ({ ...row })) }),
    );
  }
  for (const [type, group] of groupBy(
    [...relationships.added, ...relationships.updated],
    (row) => row.type,
  )) {
    await inChunks(group, (rows) =>
      transaction.run(mergeRelationshipStatements[type], { rows: rows.map((row) => ({ ...row })) }),
    );
  }
}

/** Vocabulary entries go with the last relationship to them, then those that only they belonged to. */
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

/** Of the candidates those that nothing refers to, with the bodies merged with them; one of those in use keeps all. */
async function unusedAmong(transaction: Transaction, candidates: readonly string[]): Promise<string[]> {
  const merged = await transaction.run(loadMerged, { ids: [...candidates] });
  const members = [...new Set(merged.map((row) => row.id))];
  const unused = new Set((await transaction.run(loadUnused, { ids: members })).map((row) => row.id));
  const families = [...groupBy(merged, (row) => row.ownerId).values()];
  const idle = families.filter((family) => family.every(({ id }) => unused.has(id)));
  return [...new Set(idle.flat().map(({ id }) => id))].sort();
}

async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await write(rows.slice(start, start + CHUNK));
}
