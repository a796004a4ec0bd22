import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { ask } from '../support/ask.ts';
import { fillDisk, mountSmallDisk, withFileSizeLimit, writeProtect } from '../support/disks.ts';
import { linesOf, temporaryFolder, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { type Dump, dumpGraph } from './graph-dump.ts';
import { type Finished, type Restriction, runCli, startCli } from './run-cli.ts';

jest.setTimeout(240_000);
const folder = temporaryFolder();
chmodSync(folder, 0o755); // for commands that must run as another user
const DIE = join(import.meta.dirname, '../support/import-and-die.ts');
const LARGE = 'seeds/tianjin-7.txt';
const small = writeBulletin(folder, linesOf());
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

const environmentOf = (file: string) => ({ GRAPH_URL: `file:${file}`, PORT: '0', LOG_LEVEL: 'warn' });

/** A graph of the small bulletin: a file closed by its engine. */
const original = join(folder, 'original.grafeo');
let before: Dump;
beforeAll(async () => {
  expect(await runCli(['import', small], environmentOf(original))).toMatchObject({ code: 0, stderr: '' });
  before = await dumpGraph(original);
  expect(before.version).toBe(1);
});

function graphIn(name: string): { folder: string; file: string } {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  cpSync(original, join(own, 'graph.grafeo'));
  return { folder: own, file: join(own, 'graph.grafeo') };
}

/** Expects only one JSON document on standard error, with the code and a fix. */
function expectTold({ code, stdout, stderr }: Finished, expected: string): void {
  const { error } = JSON.parse(stderr);
  expect(error).toEqual({
    code: expected,
    message: expect.stringContaining('.grafeo'),
    fix: expect.stringMatching(/\w/),
    ...('reason' in error ? { reason: expect.stringMatching(/os error|E[A-Z]+/) } : {}),
  });
  expect([code, stdout]).toEqual([1, '']);
}

/** Expects the server to serve the graph, answer from it, log that it is read-only, and end normally. */
async function expectServed(file: string, code: string, restriction: Restriction): Promise<void> {
  const server = startCli(['serve'], environmentOf(file), restriction);
  const url = ADDRESS.exec(await server.line(ADDRESS))?.[0] ?? '';
  expect(await ask(url, '{ graph { version } reformItems { totalCount } }')).toEqual({
    graph: { version: 1 },
    reformItems: { totalCount: 3 },
  });
  server.child.kill('SIGTERM');
  const { code: exitCode, stdout, stderr } = await server.finished;
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`"code":"${code}"`);
}

async function expectReadable(file: string, restriction: Restriction): Promise<void> {
  const { code, stdout } = await runCli(['stats', '--json'], environmentOf(file), restriction);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, batches: [{ code: 'tt-1' }] });
}

async function databaseCheck(file: string, restriction: Restriction) {
  const { code, stdout, stderr } = await runCli(['doctor', '--json'], environmentOf(file), restriction);
  expect(stderr).toBe('');
  const check = JSON.parse(stdout).checks.find(({ name }: { name: string }) => name === 'database');
  return { exitCode: code, ...check };
}

describe('a file that is not writable', () => {
  const missing = join(folder, 'protected', 'new.grafeo');
  let graph: ReturnType<typeof graphIn>;
  let protection: ReturnType<typeof writeProtect>;
  let bytes: Buffer;
  beforeAll(() => {
    graph = graphIn('protected');
    bytes = readFileSync(graph.file);
    protection = writeProtect(graph.folder);
  });
  afterAll(() => protection.undo());

  test('is served read-only and left unchanged', async () => {
    await expectServed(graph.file, 'STORE_READ_ONLY', protection.restriction);
    expect(readFileSync(graph.file)).toEqual(bytes);
    expect(readdirSync(graph.folder)).toEqual(['graph.grafeo']);
  });

  test('two servers may read it at the same time', async () => {
    const server = startCli(['serve'], environmentOf(graph.file), protection.restriction);
    await server.line(ADDRESS);
    await expectReadable(graph.file, protection.restriction);
    server.child.kill('SIGTERM');
    await server.finished;
  });

  test('stats and doctor work; doctor reports the restrictions', async () => {
    await expectReadable(graph.file, protection.restriction);
    expect(await databaseCheck(graph.file, protection.restriction)).toMatchObject({
      exitCode: 0,
      ok: true,
      code: 'STORE_READ_ONLY',
      detail: expect.stringContaining('graph version 1'),
    });
  });

  test.each([
    ['import', LARGE],
    ['import', '--dry-run', LARGE],
  ])('%s %s is refused', async (...args) => {
    expectTold(
      await runCli([...args, '--json'], environmentOf(graph.file), protection.restriction),
      'STORE_READ_ONLY',
    );
    expect(readFileSync(graph.file)).toEqual(bytes);
  });

  test.each([['import', LARGE], ['serve']])('%s cannot create a graph there', async (...args) => {
    const output = await runCli([...args, '--json'], environmentOf(missing), protection.restriction);
    const { error } = JSON.parse(output.stderr);
    expect([output.code, output.stdout, error.code]).toEqual([1, '', 'STORE_READ_ONLY']);
    expect(error.message).toContain(graph.folder);
    expect(existsSync(missing)).toBe(false);
  });

  test('doctor reports that no graph can be created there', async () => {
    expect(await databaseCheck(missing, protection.restriction)).toMatchObject({
      exitCode: 1,
      ok: false,
      code: 'STORE_READ_ONLY',
      detail: expect.stringContaining(graph.folder),
    });
  });
});

describe('a log that is not writable, next to a writable file', () => {
  const file = join(folder, 'log', 'graph.grafeo');
  let protection: ReturnType<typeof writeProtect>;
  beforeAll(() => {
    mkdirSync(join(folder, 'log'));
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', DIE, file, small]);
    expect(signal).toBe('SIGKILL');
    protection = writeProtect(`${file}.wal`);
  });
  afterAll(() => protection.undo());

  test('is served read-only, and none of it is lost', async () => {
    const bytes = readFileSync(file);
    await expectServed(file, 'STORE_READ_ONLY', protection.restriction);
    expect(readFileSync(file)).toEqual(bytes);
    protection.undo();
    expect(await dumpGraph(file)).toEqual({ ...before, version: 1 });
  });
});

describe('a file with a size limit', () => {
  /** Enough for the small bulletin, too little for the large one. */
  const limit = withFileSizeLimit(250);

  test('an import that does not fit: one error, and the graph is unchanged', async () => {
    const graph = graphIn('limited');
    expectTold(await runCli(['import', LARGE, '--json'], environmentOf(graph.file), limit), 'STORE_FULL');
    expect(await dumpGraph(graph.file)).toEqual(before);
    expect(await runCli(['import', LARGE], environmentOf(graph.file))).toMatchObject({ code: 0, stderr: '' });
    expect((await dumpGraph(graph.file)).version).toBe(2);
  });

  test('a first start that does not fit: one error, and the next start succeeds', async () => {
    const file = join(folder, 'first.grafeo');
    expectTold(await runCli(['serve', '--json'], environmentOf(file), limit), 'STORE_FULL');
    expect((await dumpGraph(file)).version).toBe(0);
    expect(await runCli(['import', LARGE], environmentOf(file))).toMatchObject({ code: 0, stderr: '' });
  });

  test('the existing graph is served', async () => {
    const graph = graphIn('limited and served');
    await expectReadable(graph.file, limit);
    expect(await databaseCheck(graph.file, limit)).toMatchObject({ exitCode: 0, ok: true });
  });
});

/** On a real disk if this user may mount one. Otherwise only the size limit above is tested. */
const mounted = mountSmallDisk(600);
afterAll(() => mounted?.remove());
const aFullDisk = (disk: string): void => {
  const file = join(disk, 'graph.grafeo');
  let free: () => void = () => undefined;
  beforeEach(() => cpSync(original, file));
  afterEach(() => {
    for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true });
  });
  /** Dumps a copy on another disk: this process keeps opened files open, and so keeps the disk busy. */
  const dumpCopy = (): Promise<Dump> => {
    const copy = mkdtempSync(join(folder, 'copy-'));
    cpSync(disk, copy, { recursive: true });
    return dumpGraph(join(copy, 'graph.grafeo'));
  };
  const fill = (leave = 0): void => {
    free = fillDisk(disk, leave);
  };

  test('is served read-only', async () => {
    fill();
    await expectServed(file, 'STORE_FULL', {});
  });

  test('an import: one error, and the graph is unchanged', async () => {
    fill();
    expectTold(await runCli(['import', LARGE, '--json'], environmentOf(file)), 'STORE_FULL');
    await expectReadable(file, {});
    free();
    expect(await dumpCopy()).toEqual(before);
  });

  test('an import that does not fit: one error, and the graph is unchanged', async () => {
    fill(200); // its log takes 370 kB
    expectTold(await runCli(['import', LARGE, '--json'], environmentOf(file)), 'STORE_FULL');
    expect(await dumpCopy()).toEqual(before);
  });

  test('an import whose log fits but whose file does not: reports that it is saved, and it is', async () => {
    const { code, stdout, stderr } = await runCli(['import', LARGE, '--json'], environmentOf(file));
    expect(code).toBe(1);
    expect(JSON.parse(stdout).imports).toMatchObject([{ items: 43 }]);
    expect(JSON.parse(stderr).error).toMatchObject({
      code: 'STORE_FULL',
      message: expect.stringContaining('what was committed is kept'),
    });
    expect((await dumpCopy()).version).toBe(2);
  });

  test('doctor reports it', async () => {
    fill();
    expect(await databaseCheck(file, {})).toMatchObject({ exitCode: 1, ok: false, code: 'STORE_FULL' });
  });

  test('a graph cannot be created there', async () => {
    fill();
    expectTold(await runCli(['serve', '--json'], environmentOf(join(disk, 'new.grafeo'))), 'STORE_FULL');
    expect(existsSync(join(disk, 'new.grafeo'))).toBe(false);
  });
};
if (mounted) describe('a full disk', () => aFullDisk(mounted.folder));
