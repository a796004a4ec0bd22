import { readVocabulary } from '../ingest/vocabulary.ts';
import { differenceLines } from '../server/difference-report.ts';
import { importFiles as importBulletins, rehearseFiles } from '../server/import-file.ts';
import { type ImportReport, reportLines } from '../server/import-report.ts';
import type { ImportOptions } from './options.ts';
import { countingProgress, print, progress, report, warn } from './output.ts';
import { withExistingStore, withStore } from './with-store.ts';

export const importFiles = (files: readonly string[], options: ImportOptions): Promise<void> =>
  options.dryRun ? rehearse(files, options) : importEach(files, options);

const importEach = (files: readonly string[], { replace, json }: ImportOptions): Promise<void> =>
  report(json, () =>
    withStore(async (store, { SEEDS }) => {
      warn(json, store.loss);
      const vocabulary = readVocabulary(SEEDS);
      await store.ensureSchema();
      const reports: ImportReport[] = [];
      try {
        const tell = countingProgress(files.length);
        // For one file, show its steps; for many, count the files. Both together would be noise.
        const options = { replace, ...(files.length === 1 ? { onProgress: progress } : {}) };
        await importBulletins(store, files, vocabulary, options, (each) => {
          reports.push(each);
          tell(`${each.file}: ${each.items} items`);
        });
      } finally {
        // Print even if a later file is rejected: the earlier ones stay imported, and the user must know.
        if (reports.length > 0) print({ imports: reports }, json, () => reports.flatMap(reportLines));
      }
    }),
  );

const rehearse = (files: readonly string[], { replace, json }: ImportOptions): Promise<void> =>
  report(json, () =>
    withExistingStore({}, async (store, { SEEDS }) => {
      const vocabulary = readVocabulary(SEEDS);
      const rehearsals = await rehearseFiles(store, files, vocabulary, { replace, onProgress: progress });
      print({ dryRun: true, imports: rehearsals }, json, () => [
        ...rehearsals.flatMap((each) => [...reportLines(each), ...differenceLines(each.difference)]),
        'nothing was written',
      ]);
    }),
  );
