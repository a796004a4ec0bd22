/**
 * Compares the facts that the rules find with the annotations of people:
 * `npm run score -- [NAME.facts.yaml [BULLETIN.txt]]`. Without arguments: every NAME.facts.yaml of
 * tests/fixtures/facts/ whose bulletin is beside it or in seeds/. Skips corrections, because it measures the rules.
 */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IngestFailed } from '../src/domain/errors.ts';
import { factFinder } from '../src/ingest/facts/find-facts.ts';
import { readVocabulary } from '../src/ingest/vocabulary.ts';
import { readAnnotations } from './score/annotations.ts';
import { readRows } from './score/read-rows.ts';
import { scoreLines } from './score/report.ts';

const ROOT = join(import.meta.dirname, '..');
const SEEDS = join(ROOT, 'seeds');
const FIXTURES = join(ROOT, 'tests/fixtures/facts');

function bulletinOf(annotations: string): string | undefined {
  const name = `${basename(annotations, '.facts.yaml')}.txt`;
  return [join(annotations, '..', name), join(SEEDS, name)].find((file) => existsSync(file));
}

/** Every annotation of tests/fixtures/facts/. */
const annotated = (): string[] =>
  existsSync(FIXTURES)
    ? readdirSync(FIXTURES)
        .filter((name) => name.endsWith('.facts.yaml'))
        .map((name) => join(FIXTURES, name))
    : [];

const [given, bulletin] = process.argv.slice(2);
const files = given === undefined ? annotated() : [given];
if (files.length === 0) {
  console.error(`there are no annotations in ${FIXTURES}: npm run score -- NAME.facts.yaml BULLETIN.txt`);
  process.exitCode = 1;
}
try {
  const find = factFinder(readVocabulary(SEEDS));
  for (const file of files) {
    const source = bulletin ?? bulletinOf(file);
    if (source === undefined) {
      console.error(`${file}: there is no bulletin of that name beside it or in seeds/`);
      process.exitCode = 1;
      continue;
    }
    const rows = readRows(source);
    console.log(
      [`${file} against ${source}`, ...scoreLines(rows, readAnnotations(file, rows), find), ''].join('\n'),
    );
  }
} catch (error) {
  if (!(error instanceof IngestFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
