import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, temporaryFolder, withCell, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const graph = join(folder, 'graph.grafeo');
const environment = { GRAPH_URL: `file:${graph}` };

test('validate: prints the contents of the bulletin and writes nothing', async () => {
  const { code, stdout, stderr } = await runCli(['validate', 'seeds/tianjin-7.txt'], environment);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toContain('seeds/tianjin-7.txt: batch tj-7');
  expect(stdout).toContain('43 items, 23 agencies');
  expect(stdout).toContain('25 FirstClaim, 45 Figure, 21 Milestone, 8 PolicyDocument, 60 Organization');
  expect(stdout).toMatch(/ 57 {2}RESPONSIBLE_FOR/);
  expect(stdout).toContain('nothing was written');
  expect(existsSync(graph)).toBe(false);
});

test('validate --json: one document', async () => {
  const { code, stdout } = await runCli(['validate', '--json', 'seeds/tianjin-7.txt'], environment);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    reports: [
      {
        file: 'seeds/tianjin-7.txt',
        batch: 'tj-7',
        items: 43,
        agencies: { total: 23, new: 23, known: 0 },
        facts: { FirstClaim: 25, Figure: 45, Milestone: 21, PolicyDocument: 8, Organization: 60 },
        relationships: {
          RESPONSIBLE_FOR: 57,
          PILOTED_IN: 33,
          HAS_THEME: 69,
          PROMOTED_TO: 43,
          PUBLISHED_IN: 43,
          PART_OF: 5,
          ADMINISTERS: 4,
          NARROWER_THAN: 30,
          STATES: 91,
          CITES: 8,
          MENTIONS: 63,
          MENTIONS_AGENCY: 16,
        },
        warnings: [],
      },
    ],
  });
});

test('a warning is reported but is not a failure', async () => {
  const file = writeBulletin(folder, withCell(2, '负责单位', '天津市商务厅 天津海关'), { name: 'warning' });
  const { code, stdout } = await runCli(['validate', file], environment);
  expect(code).toBe(0);
  expect(stdout).toContain(
    `warning ${file}:4:21: not in the vocabulary of agencies; kept as printed 「天津市商务厅」`,
  );
  expect(stdout).toContain('one of 天津市商务局');
});

test('--json: lists texts that look like facts but match no rule', async () => {
  const file = writeBulletin(folder, withCell(1, '主要内容及成效', '东疆片区建成12匝道。'), {
    name: 'unread',
  });
  const { code, stdout } = await runCli(['validate', '--json', file], environment);
  expect(code).toBe(0);
  // 序号 has 1 character and 改革事项 has 5, each followed by a tab; 东疆片区建成 comes before it
  expect(JSON.parse(stdout).reports[0].warnings).toEqual([
    {
      code: 'UNREAD_NUMBER',
      file,
      line: 3,
      column: 15,
      text: '东疆片区建成12匝道。',
      message: 'a number that no rule reads',
      fix: expect.stringContaining('seeds/facts/numbers.yaml'),
    },
  ]);
});

describe('an unreadable bulletin', () => {
  const file = writeBulletin(folder, withCell(2, '推广范围', '长三角'), { name: 'bad' });
  const message = `${file}:4:17: 推广范围 is not known 「长三角」 — one of 天津市, 京津冀, or add it to seeds/regions.yaml`;

  test('exit code 1; location, words and fix on standard error, nothing on standard output', async () => {
    const { code, stdout, stderr } = await runCli(['validate', file], environment);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toBe(`${message}\n(INGEST_FAILED)\n`);
  });

  test('--json: the problems as data', async () => {
    const { code, stdout, stderr } = await runCli(['validate', '--json', file], environment);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'INGEST_FAILED',
        fix: 'correct the file at the places that the message names',
        message,
        problems: [
          {
            file,
            line: 4,
            column: 17,
            text: '长三角',
            message: '推广范围 is not known',
            fix: 'one of 天津市, 京津冀, or add it to seeds/regions.yaml',
          },
        ],
      },
    });
  });
});

test('an invalid vocabulary folder', async () => {
  const file = writeBulletin(folder, linesOf(), { name: 'good' });
  const seeds = join(folder, 'nowhere');
  const { code, stderr } = await runCli(['validate', file], { ...environment, SEEDS: seeds });
  expect(code).toBe(1);
  expect(stderr).toContain(`${join(seeds, 'agencies.yaml')}: there is no such file — check the path`);
});
