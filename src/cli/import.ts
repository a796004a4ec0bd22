import { Command } from 'commander';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { importFile } from '../server/fill-graph.ts';
import { type ImportReport, reportLines } from '../server/import-report.ts';
import { print, progress, report } from './output.ts';
import { withStore } from './with-store.ts';

export const importCommand = (): Command =>
  new Command('import')
    .description(
      'Make the graph say what these bulletins say, each in one transaction; the same file again changes nothing',
    )
    .argument('<files...>', 'bulletins, such as seeds/tianjin-7.txt')
    .option(
      '--replace',
      'let a corrected file take the place of the one that its batch was imported from',
      false,
    )
    .option('--json', 'print one JSON document', false)
    .action((files: string[], { replace, json }: { replace: boolean; json: boolean }) =>
      report(json, () =>
        withStore(async (store, { SEEDS }) => {
          const vocabulary = readVocabulary(SEEDS);
          await store.ensureSchema();
          const reports: ImportReport[] = [];
          try {
            for (const file of files) {
              reports.push(
                (await importFile(store, file, vocabulary, { replace, onProgress: progress })).report,
              );
            }
          } finally {
            // Also when a later file fails: what was imported before it stays so, and must be told.
            if (reports.length > 0) print({ imports: reports }, json, () => reports.flatMap(reportLines));
          }
        }),
      ),
    );
