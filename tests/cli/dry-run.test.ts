import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf, temporaryFolder, withCell, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { dumpGraph } from './graph-dump.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(240_000);
const folder = temporaryFolder();
const graph = join(folder, 'graph.grafeo');
const environment = { GRAPH_URL: `file:${graph}` };
const first = writeBulletin(folder, linesOf(), { name: 'first' });
/** Item 3 has another agency. */
const next = writeBulletin(folder, withCell(3, '负责单位', '天津市水务局'), { name: 'next' });

test('into a missing graph: lists all additions, and creates no file', async () => {
  const { code, stdout, stderr } = await runCli(['import', '--dry-run', first], environment);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toContain('+ Region:天津市 {"name":"天津市","aliases":["天津"]}');
  expect(lines).toContain('+ (ReformItem:tt-1-1)-[PUBLISHED_IN]->(Batch:tt-1)');
  expect(lines.at(-1)).toBe('nothing was written');
  expect(existsSync(graph)).toBe(false);
});

test('of a correction: lists the exact differences as text and as data; the graph is unchanged', async () => {
  await runCli(['import', first], environment);
  const before = await dumpGraph(graph);
  const refused = await runCli(['import', '--dry-run', next], environment);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('(BATCH_CONFLICT)');

  const { stdout } = await runCli(['import', '--dry-run', '--replace', next], environment);
  const changes = stdout.split('\n').filter((line) => /^([+~-]|\s{4}\w+: .* → )/.test(line));
  expect(changes).toEqual([
    expect.stringMatching(/^\+ Agency:天津市水务局 \{"name":"天津市水务局",/),
    '~ Batch:tt-1',
    '    fileName: "first.txt" → "next.txt"',
    expect.stringMatching(/^ {4}sha256: "[0-9a-f]{64}" → "[0-9a-f]{64}"$/),
    '~ ReformItem:tt-1-3',
    '    agenciesText: "天津市司法局" → "天津市水务局"',
    expect.stringMatching(/^- Agency:天津市司法局 \{/),
    expect.stringMatching(/^\+ \(Agency:天津市水务局\)-\[RESPONSIBLE_FOR\]->\(ReformItem:tt-1-3\) \{/),
    expect.stringMatching(/^- \(Agency:天津市司法局\)-\[RESPONSIBLE_FOR\]->\(ReformItem:tt-1-3\) \{/),
  ]);

  const json = await runCli(['import', '--dry-run', '--replace', '--json', next], environment);
  const { dryRun, imports } = JSON.parse(json.stdout);
  expect(dryRun).toBe(true);
  expect(imports).toHaveLength(1);
  const { nodes, relationships } = imports[0].difference;
  expect(nodes.added).toMatchObject([{ id: 'Agency:天津市水务局' }]);
  expect(nodes.updated).toMatchObject([
    { before: { fileName: 'first.txt' }, after: { fileName: 'next.txt' } },
    { before: { agenciesText: '天津市司法局' }, after: { agenciesText: '天津市水务局' } },
  ]);
  expect(nodes.removed).toMatchObject([{ id: 'Agency:天津市司法局' }]);
  expect([relationships.added.length, relationships.updated, relationships.removed.length]).toEqual([
    1,
    [],
    1,
  ]);
  expect(await dumpGraph(graph)).toEqual(before);
});
