import { BatchConflict } from '../../domain/errors.ts';
import type { GraphDocument, GraphRelationship } from '../../domain/graph-document.ts';
import { groupBy } from '../../domain/group-by.ts';
import { batchLabels } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode, BatchNode } from '../../domain/nodes.ts';
import {
  loadBatchNodes,
  loadBatchRelationships,
  loadDeleteNodes,
  loadDeleteRelationships,
  loadLockGraph,
  loadRaiseVersion,
  loadUnused,
  loadVocabularyRelationships,
  nodeByIds,
} from '../statements.gen.ts';
import type { Store, Transaction } from '../store.ts';
import { assertContinuable, assertNotContinued } from './check-continuations.ts';
import {
  type Changes,
  diffGraph,
  type GraphDifference,
  type GraphState,
  isEmptyDifference,
} from './diff-graph.ts';
import { mergeNodeStatements, mergeRelationshipStatements } from './merge-statements.gen.ts';

/** Rows per statement: large enough to be quick, small enough to bound memory on both engines. */
const CHUNK = 1000;

export interface ImportOutcome {
  /** Whether anything was written; if not, the graph version is the one before. */
  readonly changed: boolean;
  readonly graphVersion: number;
  readonly difference: GraphDifference;
  /** Ids of the document's nodes that the graph had before. */
  readonly knownBefore: ReadonlySet<string>;
}

export interface ImportOptions {
  /** Lets a file take the place of another one that was imported as the same batch. */
  readonly replace?: boolean;
  readonly now?: Date;
  readonly onProgress?: (step: string) => void;
}

/**
 * Makes the graph say what the document says of its batch: in one transaction, writing only what differs.
 * Other batches stay as they are; vocabulary entries that nothing refers to any more go.
 * @throws BatchConflict when the graph has this batch from a different file, unless `replace`
 * @throws IngestFailed when it continues an item that the graph lacks or that continues it, or lacks one that is continued
 */
export const importDocument = (
  store: Store,
  document: GraphDocument,
  options: ImportOptions = {},
): Promise<ImportOutcome> => store.write((transaction) => importInto(transaction, document, options));

/** The same for several documents, in their order and all in one transaction. */
export const importDocuments = (
  store: Store,
  documents: readonly GraphDocument[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> =>
  store.write(async (transaction) => {
    const outcomes: ImportOutcome[] = [];
    for (const document of documents) outcomes.push(await importInto(transaction, document, options));
    return outcomes;
  });

async function importInto(
  transaction: Transaction,
  document: GraphDocument,
  { onProgress = () => undefined, now = new Date(), replace = false }: ImportOptions,
): Promise<ImportOutcome> {
  const [lock] = await transaction.run(loadLockGraph, {});
  onProgress('comparing with the graph');
  const before = await readState(transaction, document);
  assertSameSource(before, document, replace);
  await assertContinuable(transaction, document);
  const difference = diffGraph(before, document);
  await assertNotContinued(transaction, difference.nodes.removed, batchIn(document));
  const knownBefore = new Set(before.nodes.map((node) => node.id));
  if (isEmptyDifference(difference)) {
    return { changed: false, graphVersion: lock?.version ?? 0, difference, knownBefore };
  }
  onProgress('writing');
  await apply(transaction, difference);
  const unused = await deleteUnused(transaction, difference.relationships.removed);
  const [raised] = await transaction.run(loadRaiseVersion, { now: now.toISOString() });
  return {
    changed: true,
    graphVersion: raised?.version ?? 0,
    difference: {
      nodes: alsoRemoved(difference.nodes, unused.nodes),
      relationships: alsoRemoved(difference.relationships, unused.relationships),
    },
    knownBefore,
  };
}

async function readState(transaction: Transaction, document: GraphDocument): Promise<GraphState> {
  const { batchId } = document;
  const batchNodes = await transaction.run(loadBatchNodes, { batchId });
  const batchRelationships = await transaction.run(loadBatchRelationships, { batchId });
  const shared = document.nodes.map((node) => node.id).filter(isShared);
  const sharedNodes = await transaction.run(nodeByIds, { ids: shared });
  const sharedRelationships = await transaction.run(loadVocabularyRelationships, { ids: shared });
  return {
    nodes: [...batchNodes, ...sharedNodes].map((row) => row.node),
    relationships: [...batchRelationships, ...sharedRelationships] as GraphRelationship[],
  };
}

const batchIn = ({ nodes, batchId }: Pick<GraphDocument, 'nodes' | 'batchId'>): BatchNode | undefined =>
  nodes.find((node) => node.id === batchId) as BatchNode | undefined;

const isShared = (id: string): boolean => !batchLabels.includes(labelOf(id as NodeId));

function assertSameSource(before: GraphState, document: GraphDocument, replace: boolean): void {
  const [old, next] = [batchIn({ ...before, batchId: document.batchId }), batchIn(document)];
  if (old === undefined || next === undefined || replace || old.sha256 === next.sha256) return;
  throw new BatchConflict(next.code, old, next);
}

async function apply(transaction: Transaction, { nodes, relationships }: GraphDifference): Promise<void> {
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
async function deleteUnused(
  transaction: Transaction,
  removed: readonly GraphRelationship[],
): Promise<GraphState> {
  const nodes: AnyNode[] = [];
  const relationships: GraphRelationship[] = [];
  let candidates = [...new Set(removed.flatMap(({ from, to }) => [from, to]).filter(isShared))];
  while (candidates.length > 0) {
    const unused = (await transaction.run(loadUnused, { ids: candidates })).map((row) => row.id);
    const toParents = await transaction.run(loadVocabularyRelationships, { ids: unused });
    nodes.push(...(await transaction.run(nodeByIds, { ids: unused })).map((row) => row.node));
    relationships.push(...(toParents as GraphRelationship[]));
    await transaction.run(loadDeleteNodes, { ids: unused });
    candidates = [...new Set(toParents.map((row) => row.to))];
  }
  return { nodes, relationships };
}

const alsoRemoved = <T>(changes: Changes<T>, more: readonly T[]): Changes<T> => ({
  ...changes,
  removed: [...changes.removed, ...more],
});

async function inChunks<T>(rows: readonly T[], write: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) await write(rows.slice(start, start + CHUNK));
}
