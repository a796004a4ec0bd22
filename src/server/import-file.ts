import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDocument } from '../ingest/build-document.ts';
import { metadataFileOf } from '../ingest/metadata.ts';
import { readGraphDocument, readGraphDocumentBeside } from '../ingest/read-graph-document.ts';
import { readVocabulary, type Vocabulary } from '../ingest/vocabulary.ts';
import { type ImportOptions, importDocument, importDocuments } from '../store/load/import-document.ts';
import { rehearseImports } from '../store/load/rehearse-import.ts';
import type { Store } from '../store/store.ts';
import { type DifferenceReport, toDifferenceReport } from './difference-report.ts';
import { inImportOrder } from './import-order.ts';
import { type ImportReport, toReport } from './import-report.ts';

/** Imports one bulletin. @throws IngestFailed, BatchConflict, StoreUnavailable */
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

/**
 * Imports bulletins one after the other, each in its own transaction. Reads each bulletin while the one before it is
 * written, so at most two are in memory at a time.
 * @param onImported called after each bulletin, so that the files before a rejected one are reported too
 * @throws IngestFailed, BatchConflict, StoreUnavailable
 */
export async function importFiles(
  store: Store,
  files: readonly string[],
  vocabulary: Vocabulary,
  options: ImportOptions,
  onImported: (report: ImportReport) => void,
): Promise<void> {
  const begin = (file: string): Promise<ReadDocument> => {
    options.onProgress?.(`reading ${file}`);
    const reading = readGraphDocumentBeside(file, vocabulary);
    reading.catch(() => undefined); // reported when this file is awaited
    return reading;
  };
  let next: Promise<ReadDocument> | undefined;
  for (const [index, file] of files.entries()) {
    const { document, warnings } = await (next ?? begin(file));
    const following = files[index + 1];
    next = following === undefined ? undefined : begin(following);
    onImported(toReport(file, document, warnings, await importDocument(store, document, options)));
  }
}

/** The report of the import, and all changes that it would make. */
export interface Rehearsal extends ImportReport {
  readonly difference: DifferenceReport;
}

/**
 * Computes the changes that importing these bulletins, one after the other, would make. Writes nothing.
 * @throws IngestFailed, BatchConflict, StoreUnavailable
 */
export async function rehearseFiles(
  store: Store,
  files: readonly string[],
  vocabulary: Vocabulary,
  options: ImportOptions = {},
): Promise<Rehearsal[]> {
  const read = files.map((file) => ({ file, ...readGraphDocument(file, vocabulary) }));
  const outcomes = await rehearseImports(
    store,
    read.map(({ document }) => document),
    options,
  );
  return outcomes.map((outcome, index) => {
    const { file, document, warnings } = read[index] as (typeof read)[number];
    const report = toReport(file, document, warnings, outcome);
    return { ...report, difference: toDifferenceReport(outcome.difference) };
  });
}

/** The bulletins of a seeds folder: every text file that has a metadata file. */
export const bulletinsIn = (seeds: string): string[] =>
  readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(seeds, name))
    .filter((file) => existsSync(metadataFileOf(file)))
    .sort();

/**
 * Imports every bulletin of a seeds folder in one transaction, so that a graph is never partly filled. The order is by
 * file name, but a batch comes after the batches that it continues.
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
