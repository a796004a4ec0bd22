import {
  ConfigInvalid,
  IngestFailed,
  QueryFailed,
  RowShape,
  StoreLocked,
  StoreTimeout,
  StoreUnavailable,
} from '../../../src/domain/errors.ts';
import { ask } from '../../support/ask.ts';
import { failingStore } from '../../support/failing-store.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const SECRET = 'hunter2';
/** The only query that runs a statement. */
const CHANGES = '{ changes(since: 0) { totalCount } }';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('when something fails below the resolvers', () => {
  let server: TestServer;
  const failing = failingStore();
  beforeAll(async () => {
    server = await startTestServer('embedded', { QUERY_TIMEOUT_MS: '100' }, failing.wrap);
  });
  afterEach(() => failing.healed());
  afterAll(() => server.close());

  const cause = new Error(`${SECRET} at /srv/app/node_modules/driver.js:12`);
  test.each<[string, unknown, string]>([
    ['a plain error', new Error(SECRET), 'INTERNAL_SERVER_ERROR'],
    ['a type error', new TypeError(`cannot read ${SECRET}`), 'INTERNAL_SERVER_ERROR'],
    ['a thrown text', SECRET, 'INTERNAL_SERVER_ERROR'],
    ['nothing', null, 'INTERNAL_SERVER_ERROR'],
    ['a refused statement', new QueryFailed(`${SECRET}/page.cypher`, { cause }), 'QUERY_FAILED'],
    ['a row of the wrong shape', new RowShape('agency/page.cypher', SECRET), 'ROW_SHAPE'],
  ])('%s: shows an error id, and nothing of the error', async (_name, thrown, code) => {
    failing.throwing(thrown);
    const { status, data, errors } = await postGraphql(server.url, CHANGES);
    expect([status, data]).toEqual([500, null]);
    const errorId = errors?.[0]?.extensions.errorId;
    expect(errorId).toMatch(UUID);
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. 服务器内部错误，请附上编号 ${errorId}`,
        locations: [{ line: 1, column: 3 }],
        path: ['changes'],
        extensions: { code, retryable: false, errorId },
      },
    ]);
  });

  test.each<[Error, number, boolean]>([
    [new StoreUnavailable('the engine is away', { cause }), 503, true],
    [new StoreTimeout('too slow', { cause }), 504, true],
    [new StoreLocked('another has it', { cause }), 503, false],
  ])('%s: is shown, but nothing of its cause', async (thrown, expected, retryable) => {
    failing.throwing(thrown);
    const { status, errors } = await postGraphql(server.url, CHANGES);
    expect(status).toBe(expected);
    expect(errors).toMatchObject([{ message: thrown.message, extensions: { retryable } }]);
    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code', 'retryable']);
    expect(JSON.stringify(errors)).not.toContain(SECRET);
  });

  test('still answers queries that need no statement', async () => {
    // Makes sure that the graph has been read.
    await ask(server.url, '{ agency(name: "天津海关") { name } }');
    failing.throwing(new Error(SECRET));
    const query = '{ reformItem(code: "tj-7-4") { zones { edges { evidence { quote } } } } }';
    const { status, data, errors } = await postGraphql(server.url, query);
    expect([status, errors]).toEqual([200, undefined]);
    expect(data.reformItem.zones.edges).toHaveLength(1);
  });

  test('GET /readyz: shows an error id, and nothing of the error', async () => {
    failing.throwing(new Error(SECRET));
    const response = await fetch(`${server.url}/readyz`);
    expect(response.status).toBe(500);
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; errorId: string } }[];
    };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      retryable: false,
      errorId: expect.stringMatching(UUID),
    });
    expect(errors[0]?.message).toContain(errors[0]?.extensions.errorId);
    expect(JSON.stringify(errors)).not.toContain(SECRET);
  });

  test('a request that takes longer than the time limit of three statements ends with STORE_TIMEOUT', async () => {
    failing.waiting(200);
    // A request runs at most eight statements at a time: the last of these would begin after 400 ms.
    const pages = Array.from(
      { length: 17 },
      (_, index) => `p${index}: changes(since: ${index}) { totalCount }`,
    );
    const { data, errors } = await postGraphql(server.url, `{ ${pages.join(' ')} }`);
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      message: 'the request took longer than 300 ms',
      extensions: { code: 'STORE_TIMEOUT', retryable: true },
    });
  });

  test('errors of the command line keep their own code here', async () => {
    for (const thrown of [new ConfigInvalid(['PORT=x']), new IngestFailed([])]) {
      failing.throwing(thrown);
      const { errors } = await postGraphql(server.url, CHANGES);
      expect(errors?.[0]?.extensions.code).toBe(thrown.code);
    }
  });

  test('the server still works afterwards', async () => {
    expect(await ask(server.url, '{ agencies { totalCount } }')).toEqual({ agencies: { totalCount: 23 } });
  });
});
