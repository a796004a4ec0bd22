import type { GraphDocument } from '../../domain/graph-document.ts';
import type { Store } from '../store.ts';
import { type ImportOptions, type ImportOutcome, importAll } from './import-document.ts';

/**
 * The outcomes of importing the documents, in their order. Runs the imports in one transaction and rolls it back, so
 * the outcomes are exactly those of a real import, and nothing is kept.
 * @throws BatchConflict, IngestFailed as importDocument does
 */
export async function rehearseImports(
  store: Store,
  documents: readonly GraphDocument[],
  options: ImportOptions = {},
): Promise<ImportOutcome[]> {
  const enough = new Error('a rehearsal ends without a commit');
  let outcomes: ImportOutcome[] = [];
  try {
    await store.write(async (transaction) => {
      outcomes = await importAll(transaction, documents, options);
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return outcomes;
}
