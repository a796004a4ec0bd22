import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readVocabulary } from '../../src/ingest/vocabulary.ts';
import { importFile } from '../../src/server/import-file.ts';
import type { Store } from '../../src/store/store.ts';
import { BULLETIN, SEEDS } from './seeds.ts';

export interface Row {
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly scope: string;
  readonly agencies: string;
}

/** The rows of the real bulletin, as printed. */
export const bulletinRows = (): Row[] =>
  readFileSync(BULLETIN, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => /^\d+$/.test(cells[0] ?? ''))
    .map(([number, title = '', content = '', scope = '', agencies = '']) => ({
      number: Number(number),
      title,
      content,
      scope,
      agencies: agencies.trim(),
    }));

/** Imports a bulletin of these rows from a file, as an operator does. Replaces the batch if it exists. */
export async function importRows(
  store: Store,
  rows: readonly Row[],
  batch = 7,
  title = `天津自贸试验区第${batch}批复制推广改革试点经验`,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-'));
  try {
    const lines = rows.map((row) => [row.number, row.title, row.content, row.scope, row.agencies].join('\t'));
    const text = [title, '序号\t改革事项\t主要内容及成效\t推广范围\t负责单位', ...lines, ''].join('\n');
    const names = rows.flatMap(({ agencies }) => agencies.split(' '));
    const metadata = {
      publisher: { code: 'tj', name: '天津自贸试验区' },
      batch,
      title,
      sha256: createHash('sha256').update(text).digest('hex'),
      expected: { items: rows.length, agencies: new Set(names).size, responsibilities: names.length },
    };
    const file = join(folder, 'bulletin.txt');
    writeFileSync(file, text);
    writeFileSync(join(folder, 'bulletin.yaml'), stringify(metadata));
    await importFile(store, file, readVocabulary(SEEDS), { replace: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
