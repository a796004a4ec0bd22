import { type Refusal, refusal } from '../../support/ask.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { readPage } from '../../support/walk.ts';

const QUERY = `query ($first: Int, $after: String, $last: Int, $before: String) {
  reformItems(first: $first, after: $after, last: $last, before: $before) { nodes { number } }
}`;
const forge = (parts: unknown): string =>
  Buffer.from(typeof parts === 'string' ? parts : JSON.stringify(parts), 'utf8').toString('base64url');

/** The format of `reformItems` cursors by number; tests use it only to forge cursors. */
const LIST = 'reform-items NUMBER ASC';

describe('invalid cursors and page sizes', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const refused = (variables: object): Promise<Refusal> => refusal(server.url, QUERY, { ...variables });
  async function cursorOf(list: string, of?: string): Promise<string> {
    const page = await readPage(
      server.url,
      { list, node: '__typename', ...(of ? { of } : {}) },
      { first: 1 },
    );
    return page.cursors[0] as string;
  }

  test.each([
    [{ first: 0 }, 'first', '0 is not between 1 and 100'],
    [{ first: -1 }, 'first', '-1 is not between 1 and 100'],
    [{ first: 101 }, 'first', '101 is not between 1 and 100'],
    [{ last: 0 }, 'last', '0 is not between 1 and 100'],
    [{ last: 101 }, 'last', '101 is not between 1 and 100'],
    [{ first: 1, last: 1 }, 'last', 'give first or last, not both'],
    [{ last: 1, after: 'x' }, 'after', 'use it with first; with last, use before'],
    [{ first: 1, before: 'x' }, 'before', 'use it with last; with first, use after'],
    [{ after: 'x', before: 'x' }, 'after', 'use it with first; with last, use before'],
  ])('%j: the error names %s', async (variables, argument, reason) => {
    expect(await refused(variables)).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument,
      message: `${argument}: ${reason}`,
    });
  });

  test.each([
    ['empty', ''],
    ['no cursor at all', '东疆片区'],
    ['a number', '12'],
    ['a node id', forge('ReformItem:tj-7-1')],
    ['JSON of another kind', forge({ list: LIST })],
    ['JSON null', forge('null')],
    ['too short', forge([LIST, 1, '0001'])],
    ['too long', forge([LIST, 1, '0001', 'ReformItem:tj-7-1', 0])],
    ['a key of the wrong type', forge([LIST, 1, 17, 'ReformItem:tj-7-1'])],
    ['a null key', forge([LIST, 1, null, 'ReformItem:tj-7-1'])],
    ['a list for a key', forge([LIST, 1, ['0001'], 'ReformItem:tj-7-1'])],
    ['a number for an id', forge([LIST, 1, '0001', 1])],
    ['a version below 0', forge([LIST, -1, '0001', 'ReformItem:tj-7-1'])],
    ['a version with a fraction', forge([LIST, 1.5, '0001', 'ReformItem:tj-7-1'])],
    ['a version past every integer', forge(`["${LIST}", 1e400, "0001", "ReformItem:tj-7-1"]`)],
    ['nested without end', forge('['.repeat(50_000))],
  ])('a cursor that is %s is refused, and the error names the argument', async (_name, cursor) => {
    for (const [argument, variables] of [
      ['after', { first: 2, after: cursor }],
      ['before', { last: 2, before: cursor }],
    ] as const) {
      const { message, ...rest } = await refused(variables);
      expect(rest).toEqual({ status: 400, code: 'BAD_USER_INPUT', argument });
      expect(message).toMatch(new RegExp(`^${argument}: (not a cursor|the cursor is of another list)`));
    }
  });

  test('refuses a damaged cursor', async () => {
    const cursor = await cursorOf('reformItems');
    for (const damaged of [cursor.slice(0, -8), cursor.slice(8), `${cursor}${cursor}`]) {
      expect(await refused({ after: damaged })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });

  test('refuses a cursor of another list or order, with that reason', async () => {
    const others = [
      await cursorOf('agencies'),
      await cursorOf('pilotZones'),
      await cursorOf('themes'),
      await cursorOf('coOwnerships'),
      await cursorOf('reformItems(orderBy: {field: NUMBER, direction: DESC})'),
      await cursorOf('reformItems(orderBy: {field: TITLE})'),
      await cursorOf('reformItems', 'agency(name: "天津海关")'),
      await cursorOf('agencies', 'reformItem(code: "tj-7-17")'),
    ];
    for (const after of others) {
      expect(await refused({ after })).toEqual({
        status: 400,
        code: 'BAD_USER_INPUT',
        argument: 'after',
        message: 'after: the cursor is of another list or another order; begin again without it',
      });
    }
  });

  test('an order refuses the cursor of another order of the same list', async () => {
    const after = await cursorOf('reformItems');
    const query =
      'query ($after: String) { reformItems(after: $after, orderBy: {field: TITLE}) { totalCount } }';
    expect(await refusal(server.url, query, { after })).toMatchObject({ argument: 'after' });
  });

  test('a list sorted by numbers refuses a text, a fraction and a number beyond the safe integers', async () => {
    const query = 'query ($after: String) { coOwnerships(after: $after) { totalCount } }';
    for (const key of ['"1"', '-1.5', '1e300', 'null']) {
      const after = forge(`["co-ownerships", 1, ${key}, "Agency:天津海关"]`);
      expect(await refusal(server.url, query, { after })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'after',
      });
    }
  });

  test('the error also names the argument of a nested connection', async () => {
    const query = '{ reformItems(first: 2) { nodes { agencies(after: "x") { totalCount } } } }';
    const { errors } = await postGraphql(server.url, query);
    expect(errors?.[0]).toMatchObject({
      path: ['reformItems', 'nodes', 0, 'agencies'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'after' },
    });
  });
});
