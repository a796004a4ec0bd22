import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreTimeout, StoreUnavailable } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open-store.ts';
import { loadMergeTheme } from '../../src/store/statements.gen.ts';
import type { Store, Transaction } from '../../src/store/store.ts';
import { dumpStore } from '../support/dump-graph.ts';
import { describeForEachEngine, openEmptyStore, openEngine } from '../support/engines.ts';
import { inlineStatement } from '../support/inline-statement.ts';
import { openLosableStore } from '../support/losable-store.ts';

const one = inlineStatement('RETURN 1 AS one', { columns: { one: 'int' } });

/** Takes time proportional to the square of $n, and no memory. */
const long = inlineStatement(
  'UNWIND range(1, $n) AS a UNWIND range(1, $n) AS b WITH a, b WHERE (a * b) % 7 = 3 RETURN count(*) AS count',
  { params: { n: 'int' }, columns: { count: 'int' } },
);

const addTheme = (transaction: Transaction): Promise<unknown> =>
  transaction.run(loadMergeTheme, { rows: [{ id: 'Theme:a', name: 'a', aliases: [], pinyin: 'a' }] });

/** The $n for which the long statement takes about this many milliseconds on this machine. */
async function sizeFor(store: Store, ms: number): Promise<number> {
  let n = 500;
  for (const trialMs of [ms / 8, ms]) {
    const start = performance.now();
    await store.read(long, { n });
    n = Math.round(n * Math.sqrt(trialMs / (performance.now() - start)));
  }
  return n;
}

describeForEachEngine('slow statements', (engine) => {
  const TIMEOUT_MS = 1000;
  /** Neo4j checks every two seconds for transactions over their time limit. */
  const LONG_MS = 4000;
  let patient: Store;
  let store: Store;
  let n: number;

  beforeAll(async () => {
    patient = await openEmptyStore(engine);
    n = await sizeFor(patient, LONG_MS);
    store = await openEngine(engine, TIMEOUT_MS);
    await store.ensureSchema();
  });
  afterAll(async () => {
    await store.close();
    await patient.close();
  });

  test('a read: StoreTimeout names it before it would have ended, and the store still works', async () => {
    const start = performance.now();
    const read = store.read(long, { n });
    await expect(read).rejects.toThrow(StoreTimeout);
    await expect(read).rejects.toThrow(/tests\/inline\.cypher/);
    expect(performance.now() - start).toBeGreaterThanOrEqual(TIMEOUT_MS - 50);
    expect(performance.now() - start).toBeLessThan(LONG_MS * 0.9);
    await expect(store.read(one, {})).resolves.toEqual([{ one: 1 }]);
  });

  test('a write: StoreTimeout names the statement before it would have ended, and nothing is saved', async () => {
    // Neo4j may be busy for a while with terminating the transaction. A graph in memory belongs to this store only.
    const watcher = store.isRemote ? patient : store;
    const before = await dumpStore(watcher);
    const start = performance.now();
    const write = store.write(async (transaction) => {
      await addTheme(transaction);
      await transaction.run(long, { n });
    });
    await expect(write).rejects.toThrow(StoreTimeout);
    await expect(write).rejects.toThrow(/tests\/inline\.cypher/);
    expect(performance.now() - start).toBeLessThan(LONG_MS * 0.9);
    expect(await dumpStore(watcher)).toEqual(before);
    await store.write(addTheme);
    expect((await dumpStore(watcher)).nodes).toHaveLength(before.nodes.length + 1);
  });
});

describeForEachEngine('closing', (engine) => {
  test('every later call throws StoreUnavailable, and closing again does nothing', async () => {
    const store = await openEmptyStore(engine);
    await store.close();
    await store.close();
    await expect(store.read(one, {})).rejects.toThrow(StoreUnavailable);
    await expect(store.write(async () => 1)).rejects.toThrow(StoreUnavailable);
    await expect(store.ping()).rejects.toThrow(StoreUnavailable);
    await expect(store.ensureSchema()).rejects.toThrow(StoreUnavailable);
  });

  test('abandons running statements after a time limit, if one is given', async () => {
    const store = await openEmptyStore(engine);
    const n = await sizeFor(store, 4000);
    const read = Promise.allSettled([store.read(long, { n })]);
    await sleep(50);
    const start = performance.now();
    await store.close(100);
    expect(performance.now() - start).toBeLessThan(3000);
    await read;
  });

  test('waits for running statements: reads return and writes complete', async () => {
    const store = await openEmptyStore(engine);
    const n = await sizeFor(store, 150);
    const seen: string[] = [];
    const note = (what: string) => () => seen.push(what);
    const read = store.read(long, { n }).then(note('read'));
    const write = store
      .write(async (transaction) => {
        await sleep(500);
        await addTheme(transaction);
        return transaction.run(one, {});
      })
      .then(note('write'));
    const queued = store.write((transaction) => transaction.run(one, {})).then(note('queued'));
    await sleep(50);
    await store.close();
    await sleep(0);
    expect(seen.toSorted()).toEqual(['queued', 'read', 'write']);
    await Promise.all([read, write, queued]);
  });
});

describeForEachEngine('an engine lost during use', (engine) => {
  test('StoreUnavailable for reads, writes and pings, in bounded time', async () => {
    const { store, lose } = await openLosableStore(engine);
    await expect(store.read(one, {})).resolves.toEqual([{ one: 1 }]);
    await lose();
    const start = performance.now();
    const outcomes = await Promise.allSettled([store.read(one, {}), store.write(addTheme), store.ping()]);
    expect(outcomes).toEqual(
      outcomes.map(() => ({ status: 'rejected', reason: expect.any(StoreUnavailable) })),
    );
    expect(performance.now() - start).toBeLessThan(15_000);
    await store.close();
  });

  test('a write is not saved if the engine is lost during it', async () => {
    const watcher = await openEmptyStore(engine);
    const { store, lose } = await openLosableStore(engine);
    const before = await dumpStore(watcher);
    let tries = 0;
    const write = store.write(async (transaction) => {
      tries += 1;
      await addTheme(transaction);
      if (tries === 1) void lose();
      await sleep(100);
      throw new Error('the work fails as well');
    });
    await expect(write).rejects.toThrow();
    expect(await dumpStore(watcher)).toEqual(before);
    await store.close();
    await watcher.close();
  });
});

describe('if no Neo4j answers', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  });

  async function listen(answer: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => undefined);
      answer(socket);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function closedPort(): Promise<number> {
    const port = await listen(() => undefined);
    const server = servers.pop();
    server?.close();
    return port;
  }

  const open = (url: string) => openStore(url, {}, { timeoutMs: 1000 });

  test.each(['bolt', 'neo4j'])('nothing listens: StoreUnavailable, at once (%s)', async (scheme) => {
    await expect(open(`${scheme}://127.0.0.1:${await closedPort()}`)).rejects.toThrow(StoreUnavailable);
  });

  test.each<[string, (socket: Socket) => void]>([
    ['hangs up', (socket) => socket.destroy()],
    ['speaks HTTP', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['says nothing', () => undefined],
  ])('the listener %s: StoreUnavailable within seconds', async (_name, answer) => {
    const port = await listen(answer);
    const start = performance.now();
    await expect(open(`bolt://127.0.0.1:${port}`)).rejects.toThrow(StoreUnavailable);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
