import { readConfig } from '../../../src/config.ts';
import { startServer } from '../../../src/http/start-server.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { ask } from '../../support/ask.ts';
import { clearGraph } from '../../support/clear-graph.ts';
import { describeAcrossNetwork, neo4jLogin, neo4jUrl, TIMEOUT_MS } from '../../support/engines.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { openTcpGate, type TcpGate } from '../../support/tcp-gate.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const UNAVAILABLE = { code: 'STORE_UNAVAILABLE', retryable: true };

async function get(url: string, path: string): Promise<{ status: number; body: string }> {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, body: await response.text() };
}

const AGENCIES = '{ agencies { totalCount } }';
const CHANGES = '{ changes(since: 0) { totalCount } }';

/** The answers to a client and to an orchestrator while the engine is down. Sent at once, because each may be slow. */
async function expectUnavailable(url: string): Promise<void> {
  const [changes, ready] = await Promise.all([postGraphql(url, CHANGES), get(url, '/readyz')]);
  expect(changes).toMatchObject({
    status: 503,
    data: null,
    errors: [{ path: ['changes'], extensions: UNAVAILABLE }],
  });
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.body)).toMatchObject({ errors: [{ extensions: UNAVAILABLE }] });
  // Answers that need no engine are as usual.
  expect(await get(url, '/livez')).toEqual({ status: 200, body: '{"status":"ok"}' });
  for (const path of ['/graphiql', '/graphiql/operations.json', '/schema.graphql', '/landing.css'])
    expect([path, (await get(url, path)).status]).toEqual([path, 200]);
  expect((await postGraphql(url, '{ __schema { queryType { name } } }')).status).toBe(200);
  const { errors } = await postGraphql(url, '{ paths(from: "天津海关", to: "东疆", first: 0) { length } }');
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
}

describe('the embedded engine is closed under the running server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await ask(server.url, '{ graph { version } }');
    await server.store.close();
  });
  afterAll(() => server.close());

  test('fails only queries that run a statement, and marks the error as retryable', async () => {
    await expectUnavailable(server.url);
    expect(await ask(server.url, AGENCIES)).toEqual({ agencies: { totalCount: 23 } });
    expect((await get(server.url, '/')).status).toBe(200);
  });
});

const neo4jGoesAway = (): void => {
  let gate: TcpGate;
  let server: { url: string; close(): Promise<void> };

  async function start(environment: Record<string, string>): Promise<void> {
    const { hostname, port } = new URL(neo4jUrl());
    gate = await openTcpGate({ host: hostname, port: Number(port) });
    const store = await openStore(`bolt://127.0.0.1:${gate.port}`, neo4jLogin(), { timeoutMs: TIMEOUT_MS });
    await store.ensureSchema();
    await clearGraph(store);
    const config = { PORT: '0', LOG_LEVEL: 'silent', GRAPH_FRESHNESS_MS: '0', ...environment };
    server = await startServer(store, readConfig(config));
    expect((await get(server.url, '/readyz')).status).toBe(200);
    await ask(server.url, AGENCIES);
  }
  async function expectWell(): Promise<void> {
    await gate.open();
    expect((await get(server.url, '/readyz')).status).toBe(200);
    // A check that began earlier may still be running.
    for (let tries = 0; tries < 100; tries += 1) {
      const { extensions } = await postGraphql(server.url, AGENCIES);
      if (extensions === undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the server does not find Neo4j again');
  }
  afterEach(async () => {
    await server.close();
    await gate.close();
  });

  test('answers from the snapshot with its age; everything works after the engine is back', async () => {
    await start({ GRAPH_MAX_STALE_MS: '600000' });
    await gate.close();
    const before = await postGraphql(server.url, AGENCIES);
    expect(before).toMatchObject({ status: 200, data: { agencies: { totalCount: 23 } } });
    expect(before.extensions).toEqual({ graph: { version: 1, ageMs: expect.any(Number) } });
    await expectUnavailable(server.url);
    const { graph } = (await postGraphql(server.url, AGENCIES)).extensions as { graph: { ageMs: number } };
    expect(graph.ageMs).toBeGreaterThan(
      (before.extensions as typeof graph & { graph: typeof graph }).graph.ageMs,
    );
    await expectWell();
  }, 90_000);

  test('does not answer from a snapshot older than the limit: 503', async () => {
    await start({ GRAPH_MAX_STALE_MS: '0' });
    await gate.close();
    expect(await postGraphql(server.url, AGENCIES)).toMatchObject({
      status: 503,
      data: null,
      errors: [{ path: ['agencies'], extensions: UNAVAILABLE }],
    });
    expect((await get(server.url, '/')).status).toBe(503);
    await expectWell();
  }, 90_000);
};
describeAcrossNetwork('Neo4j goes away under the running server', neo4jGoesAway);

test('a server without a Neo4j on its port does not start, and reports it within seconds', async () => {
  const gate = await openTcpGate({ host: '127.0.0.1', port: 9 });
  await gate.close();
  const start = performance.now();
  await expect(
    openStore(`bolt://127.0.0.1:${gate.port}`, {}, { timeoutMs: TIMEOUT_MS }),
  ).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
  });
  expect(performance.now() - start).toBeLessThan(8000);
});
