import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, temporaryFolder, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { dumpGraph } from './graph-dump.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(240_000);
const folder = temporaryFolder();
const graph = join(folder, 'graph.grafeo');
const environment = { GRAPH_URL: `file:${graph}` };
const first = writeBulletin(folder, linesOf(), { name: 'first' });
/** Item 1 differs from the first of batch 1 by one word. Item 2 resembles none: other theme, zone, agency and words. */
const nextRows = [
  ['1', '跨境电商甲', '东疆片区扩围。', '天津市', '天津海关'],
  ['2', '中欧班列开行', '生态城另辟线路', '天津市', '天津市水务局'],
];
const next = (continues: object[]): string =>
  writeBulletin(folder, linesOf(nextRows), {
    name: 'next',
    metadata: { batch: 2, expected: { items: 2, agencies: 2, responsibilities: 2 }, continues },
  });

test('an empty graph has nothing to continue, and no file is created', async () => {
  const file = next([]);
  const { code, stdout } = await runCli(['propose-continuations', file], environment);
  expect([code, stdout]).toEqual([0, `${file}: no earlier item is like one of these\n`]);
  expect(existsSync(graph)).toBe(false);
});

test('likely pairs with score, reasons and the lines that confirm them; the graph is unchanged', async () => {
  await runCli(['import', first], environment);
  const before = await dumpGraph(graph);
  const file = next([]);
  const { code, stdout } = await runCli(['propose-continuations', file], environment);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^0\.[6-9]\d {2}tt-2-1 跨境电商甲 {2}← {2}tt-1-1 跨境电商甲\n/);
  expect(stdout).toContain('THEMES 1.00 (跨境电商)');
  expect(stdout).toContain('AGENCIES 1.00 (天津海关)');
  expect(stdout).toContain('ZONES 1.00 (东疆片区)');
  expect(stdout).toContain('continues:\n  - item: tt-2-1\n    of: tt-1-1\n');
  expect(stdout).not.toContain('tt-2-2');

  const json = JSON.parse((await runCli(['propose-continuations', '--json', file], environment)).stdout);
  expect(json).toMatchObject({ file, proposals: [{ item: 'tt-2-1', of: 'tt-1-1' }] });
  expect(await dumpGraph(graph)).toEqual(before);

  // A confirmed pair is not proposed again, and an import links the two items.
  const confirmed = next([{ item: 'tt-2-1', of: 'tt-1-1' }]);
  expect((await runCli(['propose-continuations', confirmed], environment)).stdout).toContain(
    'no earlier item',
  );
  expect((await runCli(['import', confirmed], environment)).stdout).toMatch(/1 {2}CONTINUES/);
});

test('refuses an invalid score', async () => {
  const { code, stderr } = await runCli(['propose-continuations', '--min-score', 'much', first], environment);
  expect(code).toBe(1);
  expect(stderr).toContain('--min-score: much is not between 0 and 1');
});
