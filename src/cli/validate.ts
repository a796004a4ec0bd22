import { readConfig } from '../config.ts';
import { readGraphDocument } from '../ingest/read-graph-document.ts';
import { readVocabulary } from '../ingest/vocabulary.ts';
import { reportLines, toReport } from '../server/import-report.ts';
import type { JsonOption } from './options.ts';
import { print, report } from './output.ts';

export const validate = (files: readonly string[], { json }: JsonOption): Promise<void> =>
  report(json, async () => {
    const vocabulary = readVocabulary(readConfig(process.env).SEEDS);
    const reports = files.map((file) => {
      const { document, warnings } = readGraphDocument(file, vocabulary);
      return toReport(file, document, warnings);
    });
    print({ reports }, json, () => reports.flatMap(reportLines));
  });
