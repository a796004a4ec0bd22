import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../unit/ingest/bulletin-files.ts';
import { runCli } from './run-cli.ts';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const full = { GRAPH_URL: `file:${join(folder, 'full.grafeo')}` };
const empty = { GRAPH_URL: `file:${join(folder, 'new', 'folder', 'empty.grafeo')}` };

beforeAll(async () => {
  expect((await runCli(['import', 'seeds/tianjin-7.txt'], full)).code).toBe(0);
});

const NODES = {
  Agency: 38,
  Batch: 1,
  Figure: 45,
  FirstClaim: 25,
  Milestone: 21,
  Organization: 60,
  PilotZone: 6,
  PolicyDocument: 8,
  ReformItem: 43,
  Region: 2,
  Theme: 39,
};
const RELATIONSHIPS = {
  ADMINISTERS: 4,
  CITES: 8,
  HAS_THEME: 69,
  MENTIONS: 63,
  MENTIONS_AGENCY: 16,
  NARROWER_THAN: 30,
  PART_OF: 5,
  PILOTED_IN: 33,
  PROMOTED_TO: 43,
  PUBLISHED_IN: 43,
  RESPONSIBLE_FOR: 57,
  STATES: 91,
};

describe('stats', () => {
  test('prints counts as text', async () => {
    const { code, stdout, stderr } = await runCli(['stats'], full);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.trim());
    expect(lines[0]).toMatch(/^Grafeo 0\.6\.0 \(embedded\), graph version 1$/);
    for (const [name, count] of Object.entries({ ...NODES, ...RELATIONSHIPS })) {
      expect(lines).toContain(`${count}  ${name}`);
    }
    expect(lines).toHaveLength(1 + 11 + 12 + 1);
    expect(lines.at(-1)).toBe('batch tj-7: 天津自贸试验区第七批复制推广改革试点经验 (tianjin-7.txt)');
  });

  test('--json', async () => {
    const { code, stdout } = await runCli(['stats', '--json'], full);
    expect(code).toBe(0);
    const { engine, version, nodes, relationships, batches } = JSON.parse(stdout);
    expect(engine).toMatch(/^Grafeo/);
    expect(version).toBe(1);
    expect(nodes).toEqual(Object.entries(NODES).map(([label, count]) => ({ label, count })));
    expect(relationships).toEqual(Object.entries(RELATIONSHIPS).map(([type, count]) => ({ type, count })));
    expect(batches).toMatchObject([{ code: 'tj-7', number: 7, publisher: '天津自贸试验区' }]);
  });

  test('of a missing graph: version 0 and no counts', async () => {
    const { code, stdout } = await runCli(['stats', '--json'], empty);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 0, nodes: [], relationships: [], batches: [] });
  });

  test('of a file that is not a database: exit code 1, and the file is unchanged', async () => {
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'shopping list');
    const { code, stderr } = await runCli(['stats'], { GRAPH_URL: `file:${file}` });
    expect(code).toBe(1);
    expect(stderr).toContain(`cannot open ${file}`);
    expect(stderr).toContain('(STORE_DAMAGED)');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('doctor', () => {
  test('everything is in order', async () => {
    const { code, stdout, stderr } = await runCli(['doctor'], full);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(/ {2,}/).slice(0, 2)),
    ).toEqual(['node', 'configuration', 'embedded', 'seeds', 'database'].map((name) => ['ok', name]));
    expect(stdout).toContain('1 bulletin(s) in seeds can be read');
    expect(stdout).toContain('graph version 1');
  });

  test('--json', async () => {
    const { code, stdout } = await runCli(['doctor', '--json'], full);
    expect(code).toBe(0);
    const { checks } = JSON.parse(stdout);
    expect(checks.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok])).toEqual([
      ['node', true],
      ['configuration', true],
      ['embedded', true],
      ['seeds', true],
      ['database', true],
    ]);
  });

  test('an invalid configuration: exit code 1, names all bad variables, no password; other checks run', async () => {
    const bad = { ...full, PORT: 'http', CORS_ORIGINS: 'example.org', GRAPH_PASSWORD: 'geheim' };
    const { code, stdout } = await runCli(['doctor', '--json'], bad);
    expect(code).toBe(1);
    const checks: { name: string; ok: boolean; detail: string }[] = JSON.parse(stdout).checks;
    expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
      ['node', true],
      ['configuration', false],
      ['embedded', true],
    ]);
    expect(checks[1]?.detail).toContain('PORT="http"');
    expect(checks[1]?.detail).toContain('CORS_ORIGINS="example.org"');
    expect(stdout).not.toContain('geheim');
  });

  test('a login in the URL is refused and not printed', async () => {
    const { code, stdout } = await runCli(['doctor'], { GRAPH_URL: 'neo4j://neo4j:geheim@127.0.0.1:1' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/FAIL {2}configuration .*GRAPH_USER and GRAPH_PASSWORD/);
    expect(stdout).not.toContain('geheim');
  });

  test('unreadable seeds, and a database that does not answer', async () => {
    const seeds = join(folder, 'seeds');
    cpSync('seeds', seeds, { recursive: true });
    writeFileSync(join(seeds, 'tianjin-7.txt'), '');
    const { code, stdout } = await runCli(['doctor'], { GRAPH_URL: 'bolt://127.0.0.1:1', SEEDS: seeds });
    expect(code).toBe(1);
    expect(stdout).toContain(`FAIL  seeds          ${join(seeds, 'tianjin-7.txt')}: the file is empty`);
    expect(stdout).toMatch(/FAIL {2}database .*Neo4j is not reachable/);
  });

  test('a folder instead of a graph file', async () => {
    const directory = join(folder, 'directory');
    mkdirSync(directory);
    const { code, stdout } = await runCli(['doctor'], { GRAPH_URL: `file:${directory}` });
    expect(code).toBe(1);
    expect(stdout).toContain(`FAIL  database       cannot open ${directory}`);
    expect(existsSync(directory)).toBe(true);
  });
});
