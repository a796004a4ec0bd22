import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { IngestFailed, type Problem } from '../../../src/domain/errors.ts';

export const TITLE = '测试市第一批改革试点经验';
export const COLUMNS = ['序号', '改革事项', '主要内容及成效', '推广范围', '负责单位'] as const;
export const HEADER = COLUMNS.join('\t');

/** A bulletin of three items, four responsibilities and three agencies, with words of the seed vocabularies. */
export const ROWS = [
  ['1', '跨境电商甲', '东疆片区试行。', '天津市', '天津海关'],
  ['2', '融资租赁乙', '机场片区试行。', '京津冀', '天津市商务局 天津海关'],
  ['3', '碳交易丙', '高新区试行。', '天津市', '天津市司法局'],
] as const;
export const EXPECTED = { items: 3, agencies: 3, responsibilities: 4 };

/** Title on line 1, header on line 2, the items on lines 3 to 5. */
export const linesOf = (rows: readonly (readonly string[])[] = ROWS): string[] => [
  TITLE,
  HEADER,
  ...rows.map((cells) => cells.join('\t')),
];

/** The small bulletin with one cell of an item replaced. */
export function withCell(number: number, column: (typeof COLUMNS)[number], text: string): string[] {
  const at = COLUMNS.indexOf(column);
  return linesOf(
    ROWS.map((cells, row) => cells.map((cell, index) => (row === number - 1 && index === at ? text : cell))),
  );
}

/** A new folder that is removed after the suite. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-graph-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

export const metadataOf = (bytes: string | Buffer, changes: object = {}): object => ({
  publisher: { code: 'tt', name: '测试市' },
  batch: 1,
  title: TITLE,
  sha256: sha256(bytes),
  expected: EXPECTED,
  ...changes,
});

/** Writes `NAME.txt` and its YAML metadata file, and returns the path of `NAME.txt`. */
export function writeBulletin(
  folder: string,
  text: string | Buffer | readonly string[],
  { name = 'bulletin', metadata = {} }: { name?: string; metadata?: object } = {},
): string {
  const bytes = typeof text === 'string' || Buffer.isBuffer(text) ? text : `${text.join('\n')}\n`;
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, bytes);
  writeFileSync(join(folder, `${name}.yaml`), stringify(metadataOf(bytes, metadata)));
  return file;
}

/** The problems in the error that the function throws. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof IngestFailed) return error.problems;
    throw error;
  }
  throw new Error('nothing was refused');
}
