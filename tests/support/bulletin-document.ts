import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { GraphDocument } from '../../src/domain/graph-document.ts';
import { readGraphDocument } from '../../src/ingest/read-graph-document.ts';
import { readVocabulary, type Vocabulary } from '../../src/ingest/vocabulary.ts';
import type { AgencyEntry } from '../../src/ingest/vocabulary-entries.ts';
import type { Row } from './edited-bulletin.ts';
import { SEEDS } from './seeds.ts';

export const seedVocabulary: Vocabulary = readVocabulary(SEEDS);

interface Edition {
  readonly batch?: number;
  readonly publisher?: { readonly code: string; readonly name: string };
  /** Additional metadata: `continues` and the like. */
  readonly metadata?: object;
  readonly vocabulary?: Vocabulary;
}

/** Writes a bulletin of these rows and its metadata to a file, and reads it as the program does. */
export function documentOf(
  rows: readonly Row[],
  {
    batch = 7,
    publisher = { code: 'tj', name: '天津自贸试验区' },
    vocabulary = seedVocabulary,
    metadata: more = {},
  }: Edition = {},
): GraphDocument {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-bulletin-'));
  try {
    const title = `${publisher.name}第${batch}批复制推广改革试点经验`;
    const lines = rows.map((row) => [row.number, row.title, row.content, row.scope, row.agencies].join('\t'));
    const text = [title, '序号\t改革事项\t主要内容及成效\t推广范围\t负责单位', ...lines, ''].join('\n');
    const file = join(folder, 'bulletin.txt');
    writeFileSync(file, text);
    const metadata = {
      publisher,
      batch,
      title,
      sha256: createHash('sha256').update(text).digest('hex'),
      expected: { items: rows.length, ...totals(rows, vocabulary.agencies) },
      ...more,
    };
    writeFileSync(join(folder, 'bulletin.yaml'), stringify(metadata));
    return readGraphDocument(file, vocabulary).document;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The number of agencies that the rows name (by any of their names), and the number of mentions. */
function totals(
  rows: readonly Row[],
  known: readonly AgencyEntry[],
): { agencies: number; responsibilities: number } {
  const printed = rows.flatMap(({ agencies }) => agencies.split(' '));
  const names = printed.map(
    (name) => known.find((entry) => entry.name === name || entry.aliases.includes(name))?.name ?? name,
  );
  return { agencies: new Set(names).size, responsibilities: printed.length };
}
