import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { reportLines, toReport } from '../server/import-report.ts';
import { print, report } from './output.ts';

export const validateCommand = (): Command =>
  new Command('validate')
    .description('Read these bulletins and report what they hold and what is wrong with them; writes nothing')
    .argument('<files...>', 'bulletins, such as seeds/tianjin-7.txt')
    .option('--json', 'print one JSON document', false)
    .action((files: string[], { json }: { json: boolean }) =>
      report(json, async () => {
        const vocabulary = readVocabulary(readConfig(process.env).SEEDS);
        const reports = files.map((file) => {
          const { document, warnings } = readGraphDocument(file, vocabulary);
          return toReport(file, document, warnings);
        });
        print({ reports }, json, () => reports.flatMap(reportLines));
      }),
    );
