import { ask, refusal } from '../../support/ask.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const REFUSED = { status: 400, code: 'QUERY_TOO_COMPLEX', argument: undefined };
const nested = (levels: number): string =>
  `{ theme(name: "融资租赁") { ${'broader { '.repeat(levels - 2)}name${' }'.repeat(levels - 2)} } }`;
/** 43 items, their agencies, the items of those agencies, and so on. */
const ITEMS = `reformItems(first: 100) { nodes { ${'agencies(first: $n) { nodes { reformItems(first: $n) { nodes { '.repeat(2)} code ${' } } } }'.repeat(2)} } }`;
const FOUR_TIMES = `query ($n: Int) { a: ${ITEMS} b: ${ITEMS} c: ${ITEMS} d: ${ITEMS} }`;

describe('queries beyond the limits', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test.each([
    ['{ agencies(first: 100) { nodes { name reformItems(first: 100) { nodes { code title } } } } }'],
    [
      `{ reformItems(first: 100) { nodes { agencies(first: 100) { edges { evidence { quote } node { name } } }
        zones(first: 100) { edges { evidence { quote } node { name } } }
        themes(first: 100) { edges { evidence { quote } node { name } } } } } }`,
    ],
    [
      '{ agencyNetwork { links(first: 2000) { sharedCount agencies { name } sharedItems(first: 100) { code } } } }',
    ],
    ['{ crossTabulation(rows: ZONE, columns: THEME) { cells(first: 1000) { items(first: 100) { code } } } }'],
    [
      '{ themes(first: 100) { nodes { reformItems(first: 100) { nodes { zones(first: 100) { nodes { name } } } } } } }',
    ],
    ['{ reformItems(first: 100) { nodes { similar(first: 50) { score item { code } } } } }'],
  ])('accepts a query that a graph of 43 items can answer: %s', async (query) => {
    const { status, errors } = await postGraphql(server.url, query);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  });

  test('refuses 17 levels of selections, and accepts 16', async () => {
    expect(await refusal(server.url, nested(17))).toEqual({
      ...REFUSED,
      message: 'the query nests 17 selections, and 16 are allowed: ask in two queries',
    });
    expect((await postGraphql(server.url, nested(16))).status).toBe(200);
  });

  test('by the number of objects it may return: with the numbers and the most expensive field', async () => {
    const { status, errors } = await postGraphql(server.url, FOUR_TIMES, { n: 100 });
    const { estimate } = errors?.[0]?.extensions as unknown as { estimate: number };
    expect(estimate).toBeGreaterThan(20_000);
    expect({ status, error: errors?.[0] }).toMatchObject({
      status: 400,
      error: {
        message: `the query may return ${estimate} objects, and 20000 are allowed; a.nodes.agencies.nodes.reformItems.nodes.agencies.nodes.reformItems.nodes takes most of them: lower first or last, or nest fewer lists`,
        extensions: {
          code: 'QUERY_TOO_COMPLEX',
          retryable: false,
          limit: 20_000,
          field: 'a.nodes.agencies.nodes.reformItems.nodes.agencies.nodes.reformItems.nodes',
        },
      },
    });
  });

  test('by variables: some values of the same document pass and others fail, in either order', async () => {
    for (const n of [1, 100, 1, 100]) {
      const { errors } = await postGraphql(server.url, FOUR_TIMES, { n });
      expect([n, errors?.[0]?.extensions.code]).toEqual([n, n === 100 ? REFUSED.code : undefined]);
    }
  });

  test('by omitted variables with defaults', async () => {
    const query = FOUR_TIMES.replace('$n: Int', '$n: Int = 100, $name: String! = "天津海关"').replace(
      '{ a:',
      '{ agency(name: $name) { name } a:',
    );
    expect(await refusal(server.url, query)).toMatchObject(REFUSED);
  });

  test('by cost, also if a null fails one field', async () => {
    const query = FOUR_TIMES.replace('$n: Int', '$n: Int = 100, $no: Int').replace(
      '{ a:',
      '{ agency(name: "天津海关") { coOwners { edges { sharedItems(first: $no) { id } } } } a:',
    );
    expect(await refusal(server.url, query, { no: null })).toMatchObject(REFUSED);
  });

  test('by aliases, also aliases of __typename', async () => {
    const aliased = (count: number, field: string): string =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;
    for (const field of ['graph { version }', '__typename']) {
      expect((await postGraphql(server.url, aliased(30, field))).status).toBe(200);
      expect(await refusal(server.url, aliased(31, field))).toEqual({
        ...REFUSED,
        message: `the query has 31 aliases, and 30 are allowed; ${field.split(' ')[0]} has most of them: ask in two queries`,
      });
    }
  });

  test('by an alias in an introspection query, with a fitting message', async () => {
    expect(await refusal(server.url, '{ __schema { types { n: name } } }')).toEqual({
      ...REFUSED,
      message:
        'n is another name for a field of the schema’s description: ask for each of those under its own name',
    });
  });

  test('by computing time', async () => {
    const words = Array.from({ length: 64 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(' ');
    const query = `{ ${Array.from({ length: 30 }, (_, at) => `s${at}: search(query: "${words}") { totalCount }`).join(' ')} }`;
    const small = await startTestServer('embedded', { QUERY_MAX_MS: '1' });
    try {
      const { errors } = await postGraphql(small.url, query);
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(
          /^the query may compute for \d+ ms, and 1 are allowed; s0 takes most of them/,
        ),
        extensions: { code: 'QUERY_TOO_COMPLEX', limit: 1, field: 's0' },
      });
    } finally {
      await small.close();
    }
  });

  test('by limits from the environment', async () => {
    const small = await startTestServer('embedded', {
      QUERY_MAX_OBJECTS: '10',
      QUERY_MAX_DEPTH: '3',
      QUERY_MAX_ALIASES: '1',
    });
    try {
      expect(await refusal(small.url, '{ reformItems(first: 10) { nodes { code } } }')).toMatchObject({
        message: expect.stringMatching(/^the query may return 11 objects, and 10 are allowed/),
      });
      expect(await ask(small.url, '{ reformItems(first: 9) { nodes { number } } }')).toMatchObject({
        reformItems: { nodes: { length: 9 } },
      });
      expect(await refusal(small.url, nested(4))).toMatchObject({
        message: expect.stringMatching(/^the query nests 4 selections, and 3 are allowed/),
      });
      expect(await refusal(small.url, '{ a: __typename b: __typename }')).toMatchObject({
        message: expect.stringMatching(/^the query has 2 aliases, and 1 are allowed/),
      });
    } finally {
      await small.close();
    }
  });

  /** Fragments that each spread the next one twice: 2 to the power of `count` copies of `last` if expanded. */
  const doubling = (
    count: number,
    on: string,
    last: string,
    wrap = (spread: string): string => spread,
  ): string =>
    Array.from(
      { length: count },
      (_, i) => `fragment F${i} on ${on} { ${wrap(`...F${i + 1}`)} ${wrap(`...F${i + 1}`)} }`,
    )
      .concat(`fragment F${count} on ${on} { ${last} }`)
      .join('\n');
  async function quickly<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    expect(performance.now() - start).toBeLessThan(2000);
    return result;
  }

  test('nested fragments with a small result: answered quickly', async () => {
    const once = { reformItems: { nodes: [{ number: 1 }] } };
    for (const count of [25, 60, 250]) {
      const page = 'reformItems(first: 1) { nodes { number } }';
      expect(await quickly(() => ask(server.url, `{ ...F0 } ${doubling(count, 'Query', page)}`))).toEqual(
        once,
      );
    }
  });

  test('nested fields of the same name, each selected twice', async () => {
    const wrap = (spread: string): string => `broader { ${spread} }`;
    const query = `{ theme(name: "融资租赁") { ...F0 } } ${doubling(14, 'Theme', 'name', wrap)}`;
    await quickly(() => postGraphql(server.url, query));
    const deeper = `{ theme(name: "融资租赁") { ...F0 } } ${doubling(100, 'Theme', 'name', wrap)}`;
    expect(await quickly(() => refusal(server.url, deeper))).toMatchObject(REFUSED);
  });

  test('a refused query costs the next query nothing', async () => {
    expect(await quickly(() => ask(server.url, '{ graph { engine } }'))).toEqual({
      graph: { engine: 'embedded' },
    });
  });
});
