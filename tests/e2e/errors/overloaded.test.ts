import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../../src/store/store.ts';
import { failingStore } from '../../support/failing-store.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Sends the query as a client with its own address. The test acts as the proxy that states the address. */
async function askFrom(url: string, client: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data?: object;
    errors?: { message: string; extensions: Record<string, unknown> }[];
  };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    data,
    error: errors?.[0],
  };
}

const SIMILAR = '{ reformItems(first: 50) { nodes { similar { score } } } }';
const LIGHT = '{ reformItem(code: "tj-7-4") { number } }';

/** Treats the store as a remote database that other processes may change. */
const asRemote = (store: Store): Store =>
  new Proxy(store, {
    get: (target, property) => {
      const value = property === 'isRemote' ? true : Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const SETTINGS = {
  // Less than the computing time of one such operation, so the server refuses a client's second one.
  QUEUE_MAX_CLIENT_MS: '1',
  ANSWER_CACHE_MB: '0',
  GRAPH_FRESHNESS_MS: '0',
};

/** Holds the requests until the graph is available. Then they continue together, so most overlap. */
async function together<T>(store: ReturnType<typeof failingStore>, ask: () => Promise<T>[]): Promise<T[]> {
  store.waiting(500);
  const answers = ask();
  await sleep(250);
  store.healed();
  return Promise.all(answers);
}

describe('a server with more queued computation than it allows', () => {
  const failing = failingStore();
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('embedded', { ...SETTINGS, TRUST_PROXY: 'loopback' }, (store) =>
      asRemote(failing.wrap(store)),
    );
  });
  afterAll(() => server.close());

  test('refuses a client’s next query with 503 and a retry time, and still answers all other clients', async () => {
    const answers = await together(failing, () => [
      ...['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'].flatMap((client) =>
        Array.from({ length: 5 }, () => askFrom(server.url, client, SIMILAR)),
      ),
      askFrom(server.url, '10.0.0.5', LIGHT),
      askFrom(server.url, '10.0.0.6', SIMILAR),
    ]);
    const [hostile, others] = [answers.slice(0, 20), answers.slice(20)];
    const refused = hostile.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused)
      expect(answer).toMatchObject({
        status: 503,
        retryAfter: '1',
        data: undefined,
        error: {
          message: expect.stringMatching(
            /^\d+ ms of computing wait for this client; with the \d+ ms of this query that is over the 1 allowed/,
          ),
          extensions: { code: 'OVERLOADED', retryable: true, retryAfterSeconds: 1 },
        },
      });
    expect(others.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('accepts requests again after it has answered', async () => {
    expect(await askFrom(server.url, '10.0.0.1', SIMILAR)).toMatchObject({ status: 200 });
  });
});

test('ignores X-Forwarded-For if no proxy is trusted', async () => {
  const failing = failingStore();
  const server = await startTestServer('embedded', SETTINGS, (store) => asRemote(failing.wrap(store)));
  try {
    const answers = await together(failing, () =>
      Array.from({ length: 20 }, (_, at) => askFrom(server.url, `10.0.0.${at}`, SIMILAR)),
    );
    // All of them count as one client.
    expect(answers.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
  } finally {
    await server.close();
  }
});

test('a client that disconnects while the graph is checked keeps no place in the queue', async () => {
  const failing = failingStore();
  const server = await startTestServer('embedded', SETTINGS, (store) => asRemote(failing.wrap(store)));
  try {
    failing.waiting(200);
    await expect(
      fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: SIMILAR }),
        signal: AbortSignal.timeout(100),
      }),
    ).rejects.toThrow('aborted');
    await sleep(300);
    failing.healed();
    expect(await askFrom(server.url, 'the same', SIMILAR)).toMatchObject({ status: 200 });
  } finally {
    await server.close();
  }
});
