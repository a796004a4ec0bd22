import { BatchConflict } from '../../domain/errors.ts';
import type { GraphDocument, GraphRelationship } from '../../domain/graph-document.ts';
import type { BatchNode } from '../../domain/nodes.ts';
import {
  loadBatchNodes,
  loadBatchRelationships,
  loadLockGraph,
  loadMergers,
  loadRaiseVersion,
  loadVocabularyRelationships,
  nodeByIds,
} from '../statements.gen.ts';
import type { Store, Transaction } from '../store.ts';
import { applyDifference, deleteUnused, isShared } from './apply-difference.ts';
import { assertContinuable, assertNotContinued } from './check-continuations.ts';
import {
  type Changes,
  diffGraph,
  type GraphDifference,
  type GraphState,
  isEmptyDifference,
} from './diff-graph.ts';
import { recordImport } from './record-import.ts';

export interface ImportOutcome {
  /** Whether anything was written; if not, the graph version is unchanged. */
  readonly changed: boolean;
  readonly graphVersion: number;
  readonly difference: GraphDifference;
  /** Ids of the document's nodes that the graph had before. */
  readonly knownBefore: ReadonlySet<string>;
}

export interface ImportOptions {
  /** Lets a file replace another one that was imported as the same batch. */
  readonly replace?: boolean;
  readonly now?: Date;
  readonly onProgress?: (step: string) => void;
}

/**
 * Makes the graph's batch equal to the document's, in one transaction that writes only the differences.
 * Other batches stay unchanged. Vocabulary entries that nothing refers to any more are deleted.
 * @throws BatchConflict if the graph has this batch from a different file, unless `replace`
 * @throws IngestFailed if the document continues an item that the graph lacks, if continuations form a circle, or if
 *   the document lacks an item that another batch continues
 */
export const importDocument = (
  store: Store,
  document: GraphDocument,
  options: ImportOptions = {},
): Promise<ImportOutcome> => store.write((transaction) => importInto(transaction, document, options));

/** The same for several documents, in their order, all in one transaction. */
export const importDocuments = (
  store: Store,
  documents: readonly GraphDocument[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> => store.write((transaction) => importAll(transaction, documents, options));

/** Runs the imports in the caller's transaction. */
export async function importAll(
  transaction: Transaction,
  documents: readonly GraphDocument[],
  options: ImportOptions,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const document of documents) outcomes.push(await importInto(transaction, document, options));
  return outcomes;
}

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
  await applyDifference(transaction, difference);
  const unused = await deleteUnused(transaction, difference.relationships.removed);
  const at = now.toISOString();
  const [raised] = await transaction.run(loadRaiseVersion, { now: at });
  const graphVersion = raised?.version ?? 0;
  const written = {
    nodes: alsoRemoved(difference.nodes, unused.nodes),
    relationships: alsoRemoved(difference.relationships, unused.relationships),
  };
  const batch = document.batchId.slice('Batch:'.length);
  await recordImport(transaction, written, { version: graphVersion, at, batch });
  return { changed: true, graphVersion, difference: written, knownBefore };
}

async function readState(transaction: Transaction, document: GraphDocument): Promise<GraphState> {
  const { batchId } = document;
  const batchNodes = await transaction.run(loadBatchNodes, { batchId });
  const batchRelationships = await transaction.run(loadBatchRelationships, { batchId });
  const shared = document.nodes.map((node) => node.id).filter(isShared);
  const sharedNodes = await transaction.run(nodeByIds, { ids: shared });
  const sharedRelationships = await transaction.run(loadVocabularyRelationships, { ids: shared });
  // If the vocabulary no longer merges a body into one of these, the document may not name that body at all.
  const known = new Set(shared);
  const mergers = (await transaction.run(loadMergers, { ids: shared })).filter(
    ({ from }) => !known.has(from),
  );
  return {
    nodes: [...batchNodes, ...sharedNodes].map((row) => row.node),
    relationships: [...batchRelationships, ...sharedRelationships, ...mergers] as GraphRelationship[],
  };
}

const batchIn = ({ nodes, batchId }: Pick<GraphDocument, 'nodes' | 'batchId'>): BatchNode | undefined =>
  nodes.find((node) => node.id === batchId) as BatchNode | undefined;

function assertSameSource(before: GraphState, document: GraphDocument, replace: boolean): void {
  const [old, next] = [batchIn({ ...before, batchId: document.batchId }), batchIn(document)];
  if (old === undefined || next === undefined || replace || old.sha256 === next.sha256) return;
  throw new BatchConflict(next.code, old, next);
}

const alsoRemoved = <T>(changes: Changes<T>, more: readonly T[]): Changes<T> => ({
  ...changes,
  removed: [...changes.removed, ...more],
});
