import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  QueryFailed,
  StoreDamaged,
  StoreLocked,
  StoreReadOnly,
  StoreUnavailable,
} from '../../src/domain/errors.ts';
import { importDocument } from '../../src/store/load/import-document.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { dumpOf, dumpStore } from '../support/dump-graph.ts';
import { inlineStatement } from '../support/inline-statement.ts';
import { readSeedDocument } from '../support/seeds.ts';

const CHILD = join(import.meta.dirname, '../support/open-file-in-child.ts');
const names = inlineStatement('MATCH (n:Theme) RETURN n.name AS name ORDER BY name', {
  columns: { name: 'string' },
});

describe('the file of the embedded engine', () => {
  let folder: string;
  let file: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-graph-file-'));
    file = join(folder, 'made/on the way/图谱.grafeo');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await end(child);
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (path = file): Promise<Store> => openStore(`file:${path}`, {}, { timeoutMs: 10_000 });

  async function end(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** The output of a separate process that opens the file and adds a theme. */
  async function openInChild(name: string): Promise<{ child: ChildProcess; line: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file, name], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    const [line] = await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line');
    return { child, line };
  }

  test('is created with its folders, and contains the graph and its schema when opened again', async () => {
    const document = readSeedDocument();
    const store = await open();
    await store.ensureSchema();
    await importDocument(store, document);
    await store.close();

    const again = await open();
    await again.ensureSchema();
    expect(await dumpStore(again)).toEqual(dumpOf(document));
    expect(await importDocument(again, document)).toMatchObject({ changed: false, graphVersion: 1 });
    const twice = inlineStatement("CREATE (:Theme {id: 'x'}) CREATE (:Theme {id: 'x'})", { mode: 'write' });
    await expect(again.write((transaction) => transaction.run(twice, {}))).rejects.toThrow(QueryFailed);
    await again.close();
  });

  test('saves nothing of a failed write', async () => {
    const store = await open();
    await store.ensureSchema();
    const write = store.write(async (transaction) => {
      await transaction.run(inlineStatement("CREATE (:Theme {id: 'a', name: 'a'})", { mode: 'write' }), {});
      throw new Error('no');
    });
    await expect(write).rejects.toThrow('no');
    await store.close();
    const again = await open();
    expect(await dumpStore(again)).toEqual({ nodes: [], relationships: [] });
    await again.close();
  });

  test('is for one process at a time: the second gets an error that suggests Neo4j', async () => {
    const store = await open();
    const { line } = await openInChild('a');
    expect(line).toMatch(/^refused STORE_LOCKED .*图谱\.grafeo .*another process.*Neo4j.*GRAPH_URL=bolt:/);
    await expect(open()).rejects.toThrow(StoreLocked);
    await expect(store.read(names, {})).resolves.toEqual([]);
    await store.close();
    expect((await openInChild('a')).line).toBe('kept');
    await expect(open()).rejects.toThrow(StoreLocked);
  });

  test('opened read-only: several processes read it at once; it stays unchanged and is never written', async () => {
    const { child } = await openInChild('a');
    await end(child);
    const bytes = readFileSync(file);
    const reading = () => openStore(`file:${file}`, {}, { timeoutMs: 10_000, readOnly: true });
    const [one, other] = [await reading(), await reading()];
    for (const store of [one, other]) {
      expect((await store.read(names, {})).map((row) => row.name)).toEqual(['a']);
      expect(store.readOnly).toBeInstanceOf(StoreReadOnly);
      await expect(store.write(async () => 1)).rejects.toThrow(StoreReadOnly);
      await expect(store.ensureSchema()).rejects.toThrow(StoreReadOnly);
      await store.ping();
    }
    await one.close();
    await other.close();
    expect(readFileSync(file)).toEqual(bytes);
  });

  test('contains the saved data after its process is killed, and is free again', async () => {
    for (const name of ['a', 'b']) {
      const { child, line } = await openInChild(name);
      expect(line).toBe('kept');
      await end(child);
    }
    const store = await open();
    expect((await store.read(names, {})).map((row) => row.name)).toEqual(['a', 'b']);
    await store.close();
  });

  test.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a text', (path) => writeFileSync(path, '这不是数据库\n'.repeat(500))],
    ['an empty file', (path) => writeFileSync(path, '')],
  ])('is not %s: StoreDamaged names the path, and the path is left unchanged', async (_name, make) => {
    const path = join(folder, 'other');
    make(path);
    await expect(open(path)).rejects.toThrow(StoreDamaged);
    await expect(open(path)).rejects.toThrow(path);
    expect(existsSync(path)).toBe(true);
  });

  test('cannot be below a file: StoreUnavailable, and the file is left unchanged', async () => {
    const path = join(folder, 'text');
    writeFileSync(path, '正文');
    await expect(open(join(path, 'graph.grafeo'))).rejects.toThrow(StoreUnavailable);
    expect(readFileSync(path, 'utf8')).toBe('正文');
  });
});
