/**
 * Writes bulletins of any size for benchmarks: `npx tsx bench/synthetic.ts FOLDER ITEMS`, then
 * `SEEDS=FOLDER npm run cli -- import FOLDER/*.txt`. The same number of items gives the same bytes. Fewer items give
 * the beginning of more.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeText } from './synthetic/compose-text.ts';
import { Dice } from './synthetic/dice.ts';
import { drawItem } from './synthetic/draw-item.ts';
import { writeVocabulary } from './synthetic/extend-vocabulary.ts';

const SEED = 7;
/** Limits the memory of this program and of the import, which loads one bulletin at a time. */
const ITEMS_PER_BATCH = 1000;
const MOST_ITEMS = 9999 * ITEMS_PER_BATCH;
const HEADER = '序号\t改革事项\t主要内容及成效\t推广范围\t负责单位';

/**
 * Writes bulletins of 1000 items or fewer, their metadata and the four vocabularies: a folder for SEEDS.
 * @param folder created if missing; must be empty, so that no file of another size stays in it
 * @param items  1 to 9,999,000
 * @returns the paths of the bulletins, in order
 */
export function writeSynthetic(folder: string, items: number): string[] {
  if (!Number.isInteger(items) || items < 1 || items > MOST_ITEMS) {
    throw new RangeError(`items must be a whole number from 1 to ${MOST_ITEMS}, not ${items}`);
  }
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  const vocabulary = writeVocabulary(folder);
  const dice = new Dice(SEED);
  const files: string[] = [];
  for (let done = 0; done < items; done += ITEMS_PER_BATCH) {
    const rows: string[] = [];
    const agencies = new Set<string>();
    let responsibilities = 0;
    for (let n = done + 1; n <= Math.min(done + ITEMS_PER_BATCH, items); n += 1) {
      const item = drawItem(n, vocabulary, dice);
      const { title, content } = composeText(item, dice);
      const responsible = item.agencies.map(({ name }) => name);
      rows.push([n - done, title, content, item.region.name, responsible.join(' ')].join('\t'));
      for (const name of responsible) agencies.add(name);
      responsibilities += responsible.length;
    }
    const expected = { items: rows.length, agencies: agencies.size, responsibilities };
    files.push(writeBulletin(folder, files.length + 1, rows, expected));
  }
  return files;
}

function writeBulletin(
  folder: string,
  batch: number,
  rows: readonly string[],
  expected: { items: number; agencies: number; responsibilities: number },
): string {
  const name = `synthetic-${String(batch).padStart(4, '0')}`;
  const title = `天津自贸试验区合成公报第${batch}批改革试点经验`;
  const text = `${[title, '', HEADER, ...rows].join('\n')}\n`;
  const metadata = [
    'publisher:',
    '  code: sy',
    '  name: 天津自贸试验区（合成）',
    `batch: ${batch}`,
    `title: ${title}`,
    `sha256: ${createHash('sha256').update(text).digest('hex')}`,
    'expected:',
    ...Object.entries(expected).map(([key, total]) => `  ${key}: ${total}`),
  ];
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, text);
  writeFileSync(join(folder, `${name}.yaml`), `${metadata.join('\n')}\n`);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  const [folder, items] = process.argv.slice(2);
  if (folder === undefined || items === undefined) {
    console.error('npx tsx bench/synthetic.ts FOLDER ITEMS');
    process.exitCode = 1;
  } else {
    const files = writeSynthetic(folder, Number(items));
    console.log(`${items} items in ${files.length} bulletins: SEEDS=${folder}`);
  }
}
