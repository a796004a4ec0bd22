import { MAX_ALIASES } from '../../../src/graphql/limits.ts';
import { ask, refusal } from '../../support/ask.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const REFUSED = { status: 400, code: 'QUERY_TOO_COMPLEX', argument: undefined };
const nested = (levels: number): string =>
  `{ theme(name: "融资租赁") { ${'broader { '.repeat(levels - 2)}name${' }'.repeat(levels - 2)} } }`;
const pages = (first: string | number): string =>
  `reformItems(first: ${first}) { nodes { agencies(first: ${first}) { nodes { name } } } }`;

describe('queries past the limits', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test('17 selections deep, and 16', async () => {
    expect(await refusal(server.url, nested(17))).toEqual({
      ...REFUSED,
      message: 'the query nests 17 selections, and 16 are allowed: ask in two queries',
    });
    expect((await postGraphql(server.url, nested(16))).status).toBe(200);
  });

  test('by literals', async () => {
    expect(await refusal(server.url, `{ ${pages(100)} }`)).toEqual({
      ...REFUSED,
      message: expect.stringMatching(
        /^the query may return 2\d{4} objects, and 20000 are allowed: lower first or last, or nest fewer lists$/,
      ),
    });
  });

  test('by variables: the same document is good with some and not with others, in either order', async () => {
    const query = `query ($n: Int) { ${pages('$n')} }`;
    for (const n of [10, 100, 10, 100]) {
      const { errors } = await postGraphql(server.url, query, { n });
      expect([n, errors?.[0]?.extensions.code]).toEqual([n, n === 100 ? REFUSED.code : undefined]);
    }
  });

  test('by variables that are left out and default', async () => {
    expect(await refusal(server.url, `query ($n: Int = 100) { ${pages('$n')} }`)).toMatchObject(REFUSED);
    const query = `query ($name: String! = "天津海关", $n: Int! = 100) { agency(name: $name) { ${pages('$n')} } }`;
    const nested = query.replace('nodes { name }', 'nodes { coOwners(first: $n) { nodes { name } } }');
    expect(await refusal(server.url, nested)).toMatchObject(REFUSED);
  });

  test('beside a null that fails its own field', async () => {
    const query = `query ($n: Int) {
      agency(name: "天津海关") { coOwners { edges { sharedItems(first: $n) { id } } } }
      ${pages(100)}
    }`;
    expect(await refusal(server.url, query, { n: null })).toMatchObject(REFUSED);
  });

  test('by aliases: their cost adds up, and so does their number', async () => {
    const aliased = (count: number, field: string): string =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')} }`;
    expect((await postGraphql(server.url, aliased(5, pages(20)))).status).toBe(200);
    expect(await refusal(server.url, aliased(25, pages(20)))).toMatchObject({
      ...REFUSED,
      message: expect.stringMatching(/may return \d+ objects/),
    });
    expect((await postGraphql(server.url, aliased(MAX_ALIASES, 'graph { version }'))).status).toBe(200);
    expect(await refusal(server.url, aliased(MAX_ALIASES + 1, 'graph { version }'))).toEqual({
      ...REFUSED,
      message: `the query has ${MAX_ALIASES + 1} aliases, and ${MAX_ALIASES} are allowed: ask in two queries`,
    });
  });

  /** Fragments of which each spreads the next one twice: 2 to the power of so many, written out. */
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

  test('by fragments within fragments: refused quickly', async () => {
    const query = `{ ...F0 } ${doubling(60, 'Query', pages(10))}`;
    expect(await quickly(() => refusal(server.url, query))).toMatchObject(REFUSED);
  });

  test('fragments within fragments that come to little: answered quickly', async () => {
    const few = `{ reformItems(first: 1) { nodes { number } ...F0 } } ${doubling(25, 'ReformItemConnection', '__typename')}`;
    expect(await quickly(() => ask(server.url, few))).toEqual({
      reformItems: { nodes: [{ number: 1 }], __typename: 'ReformItemConnection' },
    });
    const many = `{ reformItems(first: 1) { nodes { number } ...F0 } } ${doubling(250, 'ReformItemConnection', '__typename')}`;
    expect(await quickly(() => ask(server.url, many))).toMatchObject({
      reformItems: { nodes: [{ number: 1 }] },
    });
  });

  test('fields within fields of the same name, twice over each time', async () => {
    const wrap = (spread: string): string => `broader { ${spread} }`;
    const query = `{ theme(name: "融资租赁") { ...F0 } } ${doubling(14, 'Theme', 'name', wrap)}`;
    await quickly(() => postGraphql(server.url, query));
    const deeper = `{ theme(name: "融资租赁") { ...F0 } } ${doubling(100, 'Theme', 'name', wrap)}`;
    expect(await quickly(() => refusal(server.url, deeper))).toMatchObject(REFUSED);
  });

  test('and what refuses them costs the next query nothing', async () => {
    expect(await quickly(() => ask(server.url, '{ graph { engine } }'))).toEqual({
      graph: { engine: 'embedded' },
    });
  });
});
