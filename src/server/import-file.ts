import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { metadataFileOf } from '../ingest/metadata.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary, type Vocabulary } from '../ingest/vocabulary.ts';
import { type ImportOptions, importDocument, importDocuments } from '../store/load/import-document.ts';
import type { Store } from '../store/store.ts';
import { inImportOrder } from './import-order.ts';
import { type ImportReport, toReport } from './import-report.ts';

/** Reads one bulletin and makes the graph say what it says. @throws IngestFailed, BatchConflict, StoreUnavailable */
export async function importFile(
  store: Store,
  file: string,
  vocabulary: Vocabulary,
  options: ImportOptions = {},
): Promise<ImportReport> {
  options.onProgress?.(`reading ${file}`);
  const { document, warnings } = readGraphDocument(file, vocabulary);
  return toReport(file, document, warnings, await importDocument(store, document, options));
}

/** The bulletins of a seeds folder: every text file that a metadata file describes. */
export const bulletinsIn = (seeds: string): string[] =>
  readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(seeds, name))
    .filter((file) => existsSync(metadataFileOf(file)))
    .sort();

/**
 * Imports every bulletin of a seeds folder in one transaction, so that a graph is never filled in part: by file name,
 * but a batch behind those that it continues.
 */
export async function importSeeds(store: Store, seeds: string): Promise<ImportReport[]> {
  const vocabulary = readVocabulary(seeds);
  const read = inImportOrder(
    bulletinsIn(seeds).map((file) => ({ file, ...readGraphDocument(file, vocabulary) })),
  );
  const outcomes = await importDocuments(
    store,
    read.map(({ document }) => document),
  );
  return read.map(({ file, document, warnings }, index) =>
    toReport(file, document, warnings, outcomes[index]),
  );
}
