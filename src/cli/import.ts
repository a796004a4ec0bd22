import { readVocabulary } from '../ingest/vocabulary.ts';
import { importFile } from '../server/import-file.ts';
import { type ImportReport, reportLines } from '../server/import-report.ts';
import type { ImportOptions } from './options.ts';
import { print, progress, report } from './output.ts';
import { withStore } from './with-store.ts';

export const importFiles = (files: readonly string[], { replace, json }: ImportOptions): Promise<void> =>
  report(json, () =>
    withStore(async (store, { SEEDS }) => {
      const vocabulary = readVocabulary(SEEDS);
      await store.ensureSchema();
      const reports: ImportReport[] = [];
      try {
        for (const file of files) {
          reports.push(await importFile(store, file, vocabulary, { replace, onProgress: progress }));
        }
      } finally {
        // Also when a later file is refused: the earlier ones stay imported, and that must be told.
        if (reports.length > 0) print({ imports: reports }, json, () => reports.flatMap(reportLines));
      }
    }),
  );
