import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Warning } from '../ingest/build-document.ts';
import { metadataFileOf } from '../ingest/metadata.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary, type Vocabulary } from '../ingest/vocabulary.ts';
import { readGraphVersion } from '../store/graph-version.ts';
import { type ImportOptions, type ImportOutcome, importDocument } from '../store/load/import-document.ts';
import type { Store } from '../store/store.ts';
import { type ImportReport, toReport } from './import-report.ts';

export interface Imported {
  readonly report: ImportReport;
  readonly outcome: ImportOutcome;
  readonly warnings: readonly Warning[];
}

/** Reads one bulletin and makes the graph say what it says. @throws IngestFailed, BatchConflict, StoreUnavailable */
export async function importFile(
  store: Store,
  file: string,
  vocabulary: Vocabulary,
  options: ImportOptions = {},
): Promise<Imported> {
  options.onProgress?.(`reading ${file}`);
  const { document, warnings } = readGraphDocument(file, vocabulary);
  const outcome = await importDocument(store, document, options);
  return { report: toReport(file, document, warnings, outcome), outcome, warnings };
}

/** The bulletins of a seeds folder: every text file that a metadata file describes. */
export const bulletinsIn = (seeds: string): string[] =>
  readdirSync(seeds)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(seeds, name))
    .filter((file) => existsSync(metadataFileOf(file)))
    .sort();

/** Fills an empty graph from the seeds folder; a graph that holds something is left as it is. */
export async function fillEmptyGraph(store: Store, seeds: string): Promise<ImportReport[]> {
  await store.ensureSchema();
  if ((await readGraphVersion(store)) > 0) return [];
  const vocabulary = readVocabulary(seeds);
  const reports: ImportReport[] = [];
  for (const file of bulletinsIn(seeds)) reports.push((await importFile(store, file, vocabulary)).report);
  return reports;
}
