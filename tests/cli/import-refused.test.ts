import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  HEADER,
  linesOf,
  ROWS,
  sha256,
  TITLE,
  temporaryFolder,
  withCell,
  writeBulletin,
} from '../unit/ingest/bulletin-files.ts';
import { type Dump, dumpGraph } from './graph-dump.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const graph = join(folder, 'graph.grafeo');
const environment = { GRAPH_URL: `file:${graph}` };
let before: Dump;

beforeAll(async () => {
  expect((await runCli(['import', 'seeds/tianjin-7.txt'], environment)).code).toBe(0);
  before = await dumpGraph(graph);
  expect(before.nodes).toHaveLength(288);
});

/** Exit code 1, an error on standard error, and an unchanged graph. */
async function expectRefused(file: string, expected: readonly string[], more: Record<string, string> = {}) {
  const { code, stdout, stderr } = await runCli(['import', '--replace', file], { ...environment, ...more });
  expect(stdout).toBe('');
  for (const each of expected) expect(stderr).toContain(each);
  expect(stderr).toMatch(/\(INGEST_FAILED\)\n$/);
  expect(stderr).not.toMatch(/\n\s+at /); // no stack trace
  expect(code).toBe(1);
  expect(await dumpGraph(graph)).toEqual(before);
}

const without = (name: string): string[] =>
  linesOf().map((line) => {
    const at = HEADER.split('\t').indexOf(name);
    return line === TITLE
      ? line
      : line
          .split('\t')
          .filter((_, index) => index !== at)
          .join('\t');
  });

const BULLETINS: [name: string, text: Buffer | string[], expected: string[]][] = [
  [
    'a column missing',
    without('负责单位'),
    [':2:1: the header lacks 负责单位', 'its columns are 序号 改革事项'],
  ],
  [
    'a column too many',
    linesOf().map((line) => (line === TITLE ? line : `${line}\t备注`)),
    [':2:27: not a column of a bulletin 「备注」'],
  ],
  [
    'no header',
    linesOf().filter((line) => line !== HEADER),
    [':2:1: a row before any header', 'no header was found'],
  ],
  [
    'text before the header',
    ['来源：某网站', ...linesOf()],
    [':1:1: neither the title nor the header 「来源：某网站」'],
  ],
  ['no number', withCell(2, '序号', '二'), [':4:1: 序号 is no number 「二」']],
  ['a number missing', withCell(2, '序号', ''), [':4:1: 序号 is empty 「融资租赁乙」']],
  [
    'a number twice',
    withCell(3, '序号', '2'),
    [':5:1: 序号 2 stands on line 4 already 「2」', '序号 3 missing'],
  ],
  ['an empty title', withCell(1, '改革事项', ''), [':3:3: 改革事项 is empty']],
  [
    'an unknown scope',
    withCell(1, '推广范围', '长三角'),
    ['推广范围 is not known 「长三角」 — one of 天津市, 京津冀'],
  ],
  [
    'a cell too few',
    [...linesOf(ROWS.slice(0, 2)), '3\t碳交易丙\t高新区'],
    [':5:8: a row has 5 cells, and this line 3'],
  ],
  [
    'an agency twice',
    withCell(1, '负责单位', '天津海关 天津海关'),
    ['the same agency stands twice in 负责单位 「天津海关」'],
  ],
  ['GB18030', Buffer.from([0xd0, 0xf2, 0xba, 0xc5, 0x09, 0xb8, 0xc4, 0x0a]), [':1:1: not UTF-8', 'GB18030']],
  ['an empty file', Buffer.alloc(0), ['the file is empty']],
];

test.each(BULLETINS)('%s', async (name, text, expected) => {
  const file = writeBulletin(folder, text, { name: name.replaceAll(' ', '-') });
  await expectRefused(file, [file, ...expected]);
});

test('a folder, and a missing file', async () => {
  const directory = join(folder, 'directory.txt');
  mkdirSync(directory);
  await expectRefused(directory, [`${directory}: is a directory — name a file inside it`]);
  const nowhere = join(folder, 'nowhere.txt');
  await expectRefused(nowhere, [`${nowhere}: there is no such file — check the path`]);
});

describe('the real bulletin', () => {
  const original = readFileSync('seeds/tianjin-7.txt', 'utf8');
  const metadata = readFileSync('seeds/tianjin-7.yaml', 'utf8');
  const write = (name: string, text: string, describedBy: string): string => {
    writeFileSync(join(folder, `${name}.txt`), text);
    writeFileSync(join(folder, `${name}.yaml`), describedBy);
    return join(folder, `${name}.txt`);
  };

  test('43 items expected, 42 found', async () => {
    const text = original.replace(/\n43\t.*$/, '\n');
    const file = write('lost', text, metadata.replace(sha256(original), sha256(text)));
    await expectRefused(file, [`${file}: 序号 43 missing`, '43 items are expected and 42 were found']);
  });

  test('changed without new metadata: the checksum differs', async () => {
    const text = original.replace('1.91亿元', '2.91亿元');
    const file = write('changed', text, metadata);
    await expectRefused(file, [
      `${join(folder, 'changed.yaml')}:8:9: changed.txt is not the file that this describes`,
      sha256(text),
    ]);
  });

  test('metadata missing or not YAML', async () => {
    const file = write('described', original, metadata.replace('batch: 7', 'batch: [7'));
    await expectRefused(file, [`${join(folder, 'described.yaml')}:`, 'not YAML']);
    rmSync(join(folder, 'described.yaml'));
    await expectRefused(file, [`${join(folder, 'described.yaml')}: there is no such file`, 'described.txt']);
  });

  test('a vocabulary with a zone that is part of itself', async () => {
    const seeds = join(folder, 'seeds');
    cpSync('seeds', seeds, { recursive: true });
    const zones = readFileSync(join(seeds, 'zones.yaml'), 'utf8');
    writeFileSync(
      join(seeds, 'zones.yaml'),
      zones.replace('- name: 天津自贸试验区\n', '- name: 天津自贸试验区\n  partOf: 东疆片区\n'),
    );
    await expectRefused(
      join(seeds, 'tianjin-7.txt'),
      ['天津自贸试验区 is part of 东疆片区 is part of 天津自贸试验区'],
      {
        SEEDS: seeds,
      },
    );
  });
});
