import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { linesOf, temporaryFolder, withCell, writeBulletin } from '../unit/ingest/bulletin-files.ts';
import { dumpGraph } from './graph-dump.ts';
import { runCli, startCli } from './run-cli.ts';

jest.setTimeout(240_000);
const folder = temporaryFolder();
const CHILD = join(import.meta.dirname, '../support/import-and-die.ts');
const first = writeBulletin(folder, linesOf(), { name: 'first' });
const second = writeBulletin(folder, withCell(1, '改革事项', '跨境电商乙'), { name: 'second' });

const environmentOf = (file: string) => ({ GRAPH_URL: `file:${file}`, PORT: '0', LOG_LEVEL: 'warn' });

/** Two imports; the process was killed after the second. Both are in the log. */
const killed = join(folder, 'killed');
beforeAll(() => {
  // Retries if the machine was so slow that the engine had already updated the file from the log.
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    rmSync(killed, { recursive: true, force: true });
    mkdirSync(killed);
    const file = join(killed, 'graph.grafeo');
    const { signal } = spawnSync(process.execPath, ['--import', 'tsx', CHILD, file, first, second]);
    expect(signal).toBe('SIGKILL');
    if (logOf(killed).length === 1 && readFileSync(logOf(killed)[0] ?? '').length > 4000) return;
  }
  throw new Error('the log holds nothing');
});

const logOf = (of: string): string[] =>
  readdirSync(join(of, 'graph.grafeo.wal')).map((name) => join(of, 'graph.grafeo.wal', name));

function copyOf(name: string): { file: string; log: string } {
  const copy = join(folder, name);
  cpSync(killed, copy, { recursive: true });
  return { file: join(copy, 'graph.grafeo'), log: logOf(copy)[0] ?? '' };
}

async function databaseCheck(
  file: string,
): Promise<{ ok: boolean; code?: string; detail: string; fix?: string }> {
  const { stdout, stderr, code } = await runCli(['doctor', '--json'], environmentOf(file));
  const check = JSON.parse(stdout).checks.find(({ name }: { name: string }) => name === 'database');
  expect([code, stderr]).toEqual([check.ok ? 0 : 1, '']);
  return check;
}

test('killed after its commit: nothing is lost and nothing is reported', async () => {
  const { file } = copyOf('whole');
  expect(await databaseCheck(file)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('graph version 2'),
  });
});

test('killed between the commit and its note: nothing is reported', async () => {
  const { file } = copyOf('unnoted');
  const [noted] = readFileSync(`${file}.versions`, 'utf8').split('\n');
  writeFileSync(`${file}.versions`, `${noted}\n`);
  expect(await databaseCheck(file)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('graph version 2'),
  });
});

test('half a record after the last commit: nothing is reported', async () => {
  const { file, log } = copyOf('half');
  appendFileSync(log, readFileSync(log).subarray(128, 160));
  expect(await databaseCheck(file)).toMatchObject({
    ok: true,
    detail: expect.stringContaining('graph version 2'),
  });
});

const damages: [name: string, damage: (log: string) => void, version: number][] = [
  ['its last byte is gone', (log) => truncateSync(log, readFileSync(log).length - 1), 1],
  [
    'a byte of its second half is another',
    (log) => {
      const bytes = readFileSync(log);
      const at = Math.floor(bytes.length * 0.9);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(log, bytes);
    },
    1,
  ],
  ['it is gone', (log) => rmSync(log), 0],
];

describe('a damaged log', () => {
  test.each(damages)(
    '%s: doctor reports it, serve warns, and an import repairs the graph',
    async (name, damage, version) => {
      const { file, log } = copyOf(name);
      damage(log);
      const before = readFileSync(file);
      expect(await databaseCheck(file)).toMatchObject({
        ok: false,
        code: 'STORE_INCOMPLETE',
        detail: expect.stringMatching(new RegExp(`is at version ${version}, and version 2 of \\d{4}-`)),
        fix: expect.stringContaining('import'),
      });
      expect(readFileSync(file)).toEqual(before);

      if (version > 0) {
        const server = startCli(['serve'], environmentOf(file));
        expect(await server.line(/STORE_INCOMPLETE/)).toContain(`is at version ${version}`);
        await server.line(/http:\/\/127/);
        server.child.kill('SIGTERM');
        expect(await server.finished).toMatchObject({ code: 0 });
      }

      const { code, stderr } = await runCli(['import', '--replace', second], environmentOf(file));
      expect(code).toBe(0);
      expect(stderr).toMatch(/^warning: .*\(STORE_INCOMPLETE\)\n$/);
      expect((await dumpGraph(file)).version).toBe(version + 1);
      expect(await databaseCheck(file)).toMatchObject({ ok: true });
    },
  );
});

test('a graph that was removed and created again has lost nothing', async () => {
  const { file } = copyOf('anew');
  rmSync(file);
  rmSync(`${file}.wal`, { recursive: true });
  expect(await runCli(['import', first], environmentOf(file))).toMatchObject({ code: 0, stderr: '' });
  expect(await databaseCheck(file)).toMatchObject({ ok: true });
});
