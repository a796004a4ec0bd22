import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../../src/config.ts';
import { StoreTimeout, StoreUnavailable } from '../../../src/domain/errors.ts';
import { startServer } from '../../../src/http/start-server.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { loadMergeTheme } from '../../../src/store/statements.gen.ts';
import type { Store, Transaction } from '../../../src/store/store.ts';
import { runCli, startCli } from '../../cli/run-cli.ts';
import { ask } from '../../support/ask.ts';
import { inlineStatement } from '../../support/inline-statement.ts';
import { describeWithOwnNeo4j, type OwnNeo4j } from '../../support/own-neo4j.ts';
import { postGraphql } from '../../support/post-graphql.ts';

jest.setTimeout(120_000);

/** The time limit of one statement here. */
const TIMEOUT_MS = 2500;
/** No wait is longer than this if the limit is TIMEOUT_MS: connecting takes up to 5 s, closing and a ping 2 s. */
const BOUND_MS = 20_000;

const one = inlineStatement('RETURN 1 AS one', { columns: { one: 'int' } });
const long = inlineStatement(
  'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE (a * b) % 7 = 3 RETURN count(*) AS count',
  { columns: { count: 'int' } },
);
const names = inlineStatement('MATCH (n:Theme) RETURN n.name AS name ORDER BY name', {
  columns: { name: 'string' },
});
const add =
  (name: string) =>
  (transaction: Transaction): Promise<unknown> =>
    transaction.run(loadMergeTheme, { rows: [{ id: `Theme:${name}`, name, aliases: [], pinyin: name }] });

/** The error that the promise rejects with. It must reject in time. */
async function failureOf(promise: Promise<unknown>, withinMs = BOUND_MS): Promise<unknown> {
  const start = performance.now();
  const failure = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  expect(performance.now() - start).toBeLessThan(withinMs);
  return failure;
}

/** Retries until there is a result: after waking up on a busy machine, Neo4j may be late several times. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < 20; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      expect(error).toHaveProperty('code', expect.stringMatching(/^STORE_/));
    }
  }
  return ask();
}

/** The number of TCP sockets that this process has open. */
const sockets = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

const aSilentNeo4j = (neo4j: OwnNeo4j): void => {
  const open = (timeoutMs = TIMEOUT_MS): Promise<Store> => openStore(neo4j.url, {}, { timeoutMs });
  afterEach(() => neo4j.wake());

  describe('the port', () => {
    let store: Store;
    beforeAll(async () => {
      // A new Neo4j needs more time for its first plans than TIMEOUT_MS.
      const patient = await open(60_000);
      await patient.ensureSchema();
      await patient.write(add('first'));
      await patient.read(names, {});
      await patient.close();
      store = await open();
      await eventually(() => store.read(one, {}));
    });
    beforeEach(() => eventually(() => store.ping()));
    afterAll(() => store.close());
    const themes = async (): Promise<unknown[]> =>
      (await eventually(() => store.read(names, {}))).map(({ name }) => name);

    test('silent while idle: each call fails in time, and everything works after it wakes up', async () => {
      neo4j.silence();
      const [read, write, schema, ping, opened] = await Promise.all([
        failureOf(store.read(one, {})),
        failureOf(store.write(add('never'))),
        failureOf(store.ensureSchema()),
        failureOf(store.ping(500)),
        failureOf(open()),
      ]);
      expect(read).toBeInstanceOf(StoreTimeout);
      expect(read).toHaveProperty('message', expect.stringContaining('tests/inline.cypher'));
      expect(write).toBeInstanceOf(StoreTimeout);
      expect(schema).toBeInstanceOf(StoreTimeout);
      expect(ping).toBeInstanceOf(StoreUnavailable);
      expect(opened).toBeInstanceOf(StoreUnavailable);
      neo4j.wake();
      expect(await themes()).toEqual(['first']);
      await eventually(() => store.ping());
    });

    test('silent during a read', async () => {
      const read = failureOf(store.read(long, {}));
      await sleep(300);
      neo4j.silence();
      expect(await read).toBeInstanceOf(StoreTimeout);
      neo4j.wake();
      expect(await themes()).toEqual(['first']);
    });

    test('silent during a write: nothing is saved, and it does not delay the next write', async () => {
      const write = store.write(async (transaction) => {
        await add('half')(transaction);
        neo4j.silence();
        await add('second half')(transaction);
      });
      expect(await failureOf(write)).toBeInstanceOf(StoreTimeout);
      neo4j.wake();
      await eventually(() => store.write(add('half')));
      expect(await themes()).toEqual(['first', 'half']);
    });

    test('silent at the commit: the error says that the write may have been saved', async () => {
      const write = store.write(async (transaction) => {
        await transaction.run(one, {});
        neo4j.silence();
      });
      const failure = await failureOf(write);
      expect(failure).toBeInstanceOf(StoreTimeout);
      expect(failure).toHaveProperty('message', expect.stringContaining('whether it was kept'));
    });

    test('silent during a rollback: the write fails with its original error', async () => {
      const reason = new Error('no more');
      const write = store.write(async (transaction) => {
        await add('undone')(transaction);
        neo4j.silence();
        throw reason;
      });
      expect(await failureOf(write)).toBe(reason);
      neo4j.wake();
      expect(await themes()).not.toContain('undone');
    });

    test('more calls than connections: each fails in time, and none holds its connection', async () => {
      const before = sockets();
      neo4j.silence();
      const failures = await Promise.all(Array.from({ length: 150 }, () => failureOf(store.read(one, {}))));
      for (const failure of failures)
        expect(failure).toHaveProperty('code', expect.stringMatching(/^STORE_/));
      // By then the driver knows that the connections are silent and not only slow.
      await sleep(2000);
      neo4j.wake();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => eventually(() => store.read(one, {}))),
      );
      expect(answers).toEqual(answers.map(() => [{ one: 1 }]));
      for (let waited = 0; sockets() > before + 20 && waited < 100; waited += 1) await sleep(100);
      expect(sockets()).toBeLessThanOrEqual(before + 20);
    });

    test('closing abandons unanswered calls', async () => {
      const patient = await open(8000);
      await patient.read(one, {});
      neo4j.silence();
      const read = failureOf(patient.read(one, {}));
      const start = performance.now();
      await patient.close(500);
      expect(performance.now() - start).toBeLessThan(BOUND_MS);
      expect(await read).toHaveProperty('code', expect.stringMatching(/^STORE_/));
    });
  });

  test('/readyz is 503 within 2 s, and 200 after it wakes up; /livez is always 200', async () => {
    const server = await startServer(
      await open(10_000),
      readConfig({ PORT: '0', LOG_LEVEL: 'silent', GRAPH_FRESHNESS_MS: '0' }),
    );
    const statusOf = async (path: string): Promise<number> => (await fetch(server.url + path)).status;
    try {
      await server.ready;
      expect(await statusOf('/readyz')).toBe(200);
      neo4j.silence();
      const times: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const start = performance.now();
        expect(await statusOf('/readyz')).toBe(503);
        times.push(performance.now() - start);
        expect(await statusOf('/livez')).toBe(200);
      }
      // The fastest of three, because a busy machine may delay one of them.
      expect(Math.min(...times)).toBeLessThan(2000);
      neo4j.wake();
      for (let tries = 0; tries < 20 && (await statusOf('/readyz')) !== 200; tries += 1);
      expect(await statusOf('/readyz')).toBe(200);
      expect(await ask(server.url, '{ agencies { totalCount } }')).toEqual({ agencies: { totalCount: 23 } });
    } finally {
      neo4j.wake();
      await server.close();
    }
  });

  test('answers from the snapshot while Neo4j is silent, also after an idle time, and gives its age', async () => {
    const config = { PORT: '0', LOG_LEVEL: 'silent', GRAPH_FRESHNESS_MS: '0', GRAPH_MAX_STALE_MS: '4000' };
    const server = await startServer(await open(10_000), readConfig(config));
    const agencies = () => postGraphql(server.url, '{ agencies { totalCount } }');
    try {
      await server.ready;
      // Longer than the maximum age of an answer: an idle server still checks the database.
      await sleep(6000);
      neo4j.silence();
      const stale = await agencies();
      expect(stale).toMatchObject({ status: 200, data: { agencies: { totalCount: 23 } } });
      expect(stale.extensions).toEqual({ graph: { version: 1, ageMs: expect.any(Number) } });
      await sleep(5000);
      expect((await agencies()).status).toBeGreaterThanOrEqual(503);
      neo4j.wake();
      let now = await agencies();
      for (let tries = 0; tries < 100 && (now.status !== 200 || now.extensions !== undefined); tries += 1) {
        await sleep(100);
        now = await agencies();
      }
      expect(now).toEqual({ status: 200, data: { agencies: { totalCount: 23 } } });
    } finally {
      neo4j.wake();
      await server.close();
    }
  });

  test('serve ends on SIGTERM while a request waits for Neo4j', async () => {
    const address = /http:\/\/127\.0\.0\.1:\d+/;
    const server = startCli(['serve'], {
      GRAPH_URL: neo4j.url,
      PORT: '0',
      LOG_LEVEL: 'silent',
      GRAPH_FRESHNESS_MS: '0',
    });
    const url = address.exec(await server.line(address))?.[0] ?? '';
    await ask(url, '{ graph { version } }');
    neo4j.silence();
    const request = fetch(`${url}/graphql?query={graph{version}}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    }).catch(() => undefined);
    await sleep(300);
    const asked = Date.now();
    server.child.kill('SIGTERM');
    expect(await server.finished).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(Date.now() - asked).toBeLessThan(9000);
    await request;
  });

  test('a command ends with an error code and a fix', async () => {
    neo4j.silence();
    const { code, stdout, stderr } = await runCli(['stats', '--json'], { GRAPH_URL: neo4j.url });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'STORE_UNAVAILABLE', fix: expect.stringContaining('GRAPH_URL') },
    });
  });
};

describeWithOwnNeo4j('a Neo4j that is silent but still running', aSilentNeo4j);

test('a port that accepts connections and never answers: a command ends with an error code and a fix', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  try {
    const { port } = silent.address() as AddressInfo;
    const { code, stdout, stderr } = await runCli(['stats', '--json'], {
      GRAPH_URL: `bolt://127.0.0.1:${port}`,
    });
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'STORE_UNAVAILABLE', fix: expect.stringContaining('GRAPH_URL') },
    });
  } finally {
    silent.close();
  }
});
