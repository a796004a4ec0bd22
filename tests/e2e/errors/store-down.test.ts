import { readConfig } from '../../../src/config.ts';
import { startServer } from '../../../src/server/start-server.ts';
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

const IN_MEMORY = '{ __typename reformItem(code: "tj-7-4") { agencies { edges { order printedName } } } }';

/** What a client and an orchestrator meet while the engine is down; all at once, since each may take its time. */
async function expectUnavailable(url: string, inMemory: object): Promise<void> {
  const [whole, item, ready, landing] = await Promise.all([
    postGraphql(url, '{ agencies { totalCount } }'),
    postGraphql(url, IN_MEMORY),
    get(url, '/readyz'),
    get(url, '/'),
  ]);
  expect(whole).toMatchObject({
    status: 503,
    data: null,
    errors: [{ path: ['agencies'], extensions: UNAVAILABLE }],
  });
  expect(item).toMatchObject({ status: 200, ...inMemory });
  for (const { status, body } of [ready, landing]) {
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: UNAVAILABLE }] });
  }
  // What needs no engine is answered as ever.
  expect(await get(url, '/livez')).toEqual({ status: 200, body: '{"status":"ok"}' });
  for (const path of ['/graphiql', '/graphiql/operations.json', '/schema.graphql', '/landing.css'])
    expect([path, (await get(url, path)).status]).toEqual([path, 200]);
  expect((await postGraphql(url, '{ __schema { queryType { name } } }')).status).toBe(200);
  const { errors } = await postGraphql(url, '{ reformItems(first: 0) { totalCount } }');
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

  test('503 where nothing can be answered, and it says that trying again may help; what is in memory is answered', () =>
    expectUnavailable(server.url, {
      data: {
        __typename: 'Query',
        reformItem: {
          agencies: {
            edges: [
              { order: 1, printedName: '天津市商务局' },
              { order: 2, printedName: '天津海关' },
            ],
          },
        },
      },
    }));
});

const neo4jGoesAway = (): void => {
  let gate: TcpGate;
  let server: { url: string; close(): Promise<void> };

  beforeAll(async () => {
    const { hostname, port } = new URL(neo4jUrl());
    gate = await openTcpGate({ host: hostname, port: Number(port) });
    const store = await openStore(`bolt://127.0.0.1:${gate.port}`, neo4jLogin(), { timeoutMs: TIMEOUT_MS });
    await store.ensureSchema();
    await clearGraph(store);
    server = await startServer(
      store,
      readConfig({ PORT: '0', LOG_LEVEL: 'silent', GRAPH_FRESHNESS_MS: '0' }),
    );
  });
  afterAll(async () => {
    await server.close();
    await gate.close();
  });

  test('503 within the time that a call may look for it, and all is well when it is back', async () => {
    expect((await get(server.url, '/readyz')).status).toBe(200);
    await gate.close();
    const start = performance.now();
    // It is in memory, but nobody can tell whether it still holds.
    await expectUnavailable(server.url, {
      data: { __typename: 'Query', reformItem: null },
      errors: [{ path: ['reformItem'], extensions: UNAVAILABLE }],
    });
    expect(performance.now() - start).toBeLessThan(12_000);
    await gate.open();
    expect(await ask(server.url, '{ agencies { totalCount } }')).toEqual({ agencies: { totalCount: 23 } });
    expect((await get(server.url, '/readyz')).status).toBe(200);
  }, 90_000);
};
describeAcrossNetwork('Neo4j goes away under the running server', neo4jGoesAway);

test('a server can’t be started on a port where nobody listens, and says so within seconds', async () => {
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
