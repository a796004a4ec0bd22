import { refusal } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const LARGEST_INT = 2_147_483_647;

interface Bounded {
  /** The query, with $n in place of the number. */
  readonly query: string;
  /** The name in the error. */
  readonly argument: string;
  readonly least?: number;
  /** Absent if every number is valid. */
  readonly most?: number;
}

const BOUNDED: Bounded[] = [
  { query: 'paths(from: "天津海关", to: "东疆", maxLength: $n) { length }', argument: 'maxLength', most: 8 },
  {
    query: 'paths(from: "天津海关", to: "东疆", first: $n) { length }',
    argument: 'first',
    most: 100,
  },
  { query: 'neighbourhood(of: "东疆", depth: $n) { truncated }', argument: 'depth', most: 3 },
  {
    query: 'neighbourhood(of: "东疆", limit: $n) { nodes { distance } }',
    argument: 'limit',
    most: 500,
  },
  { query: 'agencyNetwork { nodes(first: $n) { degree } }', argument: 'first', most: 500 },
  { query: 'agencyNetwork { links(first: $n) { jaccard } }', argument: 'first', most: 2000 },
  {
    query: 'coOwnershipMatrix { cells(first: $n) { jaccard } }',
    argument: 'first',
    most: 2000,
  },
  {
    query: 'coOwnerships(first: 1) { nodes { sharedItems(first: $n) { number } } }',
    argument: 'first',
    most: 100,
  },
  {
    query: 'crossTabulation(rows: ZONE, columns: REGION) { cells(first: $n) { count } }',
    argument: 'first',
    most: 1000,
  },
  {
    query: 'crossTabulation(rows: ZONE, columns: REGION) { emptyCells(first: $n) { count } }',
    argument: 'first',
    most: 1000,
  },
  {
    query:
      'crossTabulation(rows: ZONE, columns: REGION) { cell(row: "东疆", column: "天津市") { items(first: $n) { number } } }',
    argument: 'first',
    most: 100,
  },
  {
    query: 'reformItem(code: "tj-7-8") { similar(first: $n) { score } }',
    argument: 'first',
    most: 50,
  },
  {
    query: 'agency(name: "天津海关") { similar(first: $n) { score } }',
    argument: 'first',
    most: 50,
  },
  {
    query: 'search(query: "海关", first: $n) { edges { score } }',
    argument: 'first',
    most: 100,
  },
  {
    query: 'search(query: "海关", last: $n) { edges { score } }',
    argument: 'last',
    most: 100,
  },
  {
    query: 'search(query: "海关") { facets { zones(first: $n) { count } } }',
    argument: 'first',
    most: 100,
  },
  {
    query: 'reformItems { facets { batches(first: $n) { count } } }',
    argument: 'first',
    most: 100,
  },
  {
    query: 'reformItems(filter: {text: "绿色"}, orderBy: {field: RELEVANCE}, last: $n) { nodes { number } }',
    argument: 'last',
    most: 100,
  },
  { query: 'coOwnerships(minShared: $n) { totalCount }', argument: 'minShared' },
  {
    query: 'agencies(filter: {minReformItems: $n}) { totalCount }',
    argument: 'filter.minReformItems',
    least: 0,
  },
];

describeForEachEngine('numbers out of bounds', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  test.each(BOUNDED.map((each) => [each.query, each] as const))(
    '%s',
    async (field, { argument, least = 1, most }) => {
      const query = `query ($n: Int!) { ${field} }`;
      const answered = async (n: number): Promise<boolean> => {
        const { status, data, errors } = await postGraphql(server.url, query, { n });
        expect([n, errors]).toEqual([n, undefined]);
        return status === 200 && Object.values(data).every((value) => value !== null);
      };
      expect(await answered(least)).toBe(true);
      expect(await answered(most ?? LARGEST_INT)).toBe(true);
      for (const n of [least - 1, -1, -LARGEST_INT, ...(most === undefined ? [] : [most + 1, LARGEST_INT])])
        expect([n, await refusal(server.url, query, { n })]).toEqual([
          n,
          {
            status: expect.any(Number),
            code: 'BAD_USER_INPUT',
            argument,
            message: expect.stringContaining(`${argument}: ${n} is `),
          },
        ]);
    },
  );

  test('no other numbers in the schema', async () => {
    for (const n of [1.5, 99_999_999_999, '1', null, true]) {
      const { status, data, errors } = await postGraphql(
        server.url,
        'query ($n: Int!) { paths(from: "天津海关", to: "东疆", maxLength: $n) { length } }',
        { n },
      );
      expect([n, status, data]).toEqual([n, 400, undefined]);
      expect(errors?.[0]?.message).toContain('$n');
    }
  });
});
