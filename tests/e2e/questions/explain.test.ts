import { describeForEachEngine } from '../../support/engines.ts';
import { type GraphqlAnswer, postGraphql } from '../../support/post-graphql.ts';
import { queryFiles } from '../../support/query-files.ts';
import { CACHES_OFF, startTestServer, type TestServer } from '../../support/test-server.ts';

const HEADER = { 'x-explain': '1' };
const OWNERS =
  '{ reformItem(code: "tj-7-4") { agencies { edges { order node { name } } } } changes(since: 0) { nodes { details(first: 5) { nodes { action } } } } }';
const PATH = '{ paths(from: "天津海关", to: "东疆") { length relationships { evidence { quote } } } }';

interface Explain {
  readonly path: 'fast' | 'apollo';
  readonly estimate: number;
  readonly counted: number;
  readonly computeMs: number;
  readonly depth: number;
  readonly ms: number;
  readonly statements: readonly { file: string; rows: number; milliseconds: number; cost: number }[];
}

describeForEachEngine('x-explain', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, CACHES_OFF);
  });
  afterAll(() => server.close());

  const post = (query: string, headers: Record<string, string> = HEADER): Promise<GraphqlAnswer> =>
    postGraphql(server.url, query, {}, headers);
  const explain = async (query: string): Promise<Explain> =>
    (await post(query)).extensions?.explain as Explain;

  test('lists the statements by file, with rows, milliseconds and cost', async () => {
    const start = performance.now();
    const explained = await explain(OWNERS);
    const whole = performance.now() - start;
    // The item, its page, at most 4 agencies and their edges; a page of 20 imports, each with a page of 5 changes.
    expect(explained).toEqual({
      path: 'apollo',
      estimate: 2 + 2 * 4 + 1 + 20 + 20 + 20 * 5,
      // The same with 2 agencies, one import and the 5 changes of its page.
      counted: 2 + 2 * 2 + 1 + 1 + 1 + 5,
      computeMs: 0,
      depth: 5,
      ms: expect.any(Number),
      statements: expect.anything(),
    });
    expect(explained.ms).toBeLessThanOrEqual(whole);
    // One row for the page that contains the one import. A block contains texts and no objects.
    expect(explained.statements).toEqual([
      { file: 'changes/imports.cypher', rows: 1, milliseconds: expect.any(Number), cost: 2 },
      { file: 'changes/blocks.cypher', rows: 1, milliseconds: expect.any(Number), cost: 1 },
    ]);
    for (const { file, milliseconds } of explained.statements) {
      expect(queryFiles).toContain(file);
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(milliseconds).toBeLessThanOrEqual(whole);
    }
  });

  test('a query answered by the graph in memory runs no statement', async () => {
    const { statements, computeMs } = await explain(PATH);
    expect(statements).toEqual([]);
    expect(computeMs).toBeGreaterThan(0);
  });

  test('does not change the answer, and is absent without the header', async () => {
    for (const query of [OWNERS, PATH]) {
      const { extensions, ...asked } = await post(query);
      expect(Object.keys(extensions ?? {})).toEqual(['explain']);
      for (const headers of [{}, { 'x-explain': '0' }, { 'x-explain': 'true' }, { 'x-explain': '' }])
        expect(await post(query, headers as Record<string, string>)).toEqual(asked);
    }
  });

  test('with an error: the statements run before the error', async () => {
    const refused = await post('{ paths(from: "天津海关", to: "没有") { length } }');
    expect(refused).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'to' } }],
      extensions: { explain: { statements: [] } },
    });
    for (const query of [
      '{ nothing }',
      '{ paths(from: "天津海关", to: "东疆", maxLength: 99999) { nodes { id } } }',
    ])
      expect(await post(query)).toMatchObject({ status: 400, extensions: { explain: { statements: [] } } });
  });
});

describe('x-explain gives the execution path of an operation', () => {
  test.each([
    ['off', ['apollo', 'apollo', 'apollo']],
    ['on', ['apollo', 'fast', 'fast']],
    ['always', ['fast', 'fast', 'fast']],
  ])('COMPILE=%s', async (compile, paths) => {
    const server = await startTestServer('embedded', { COMPILE: compile });
    try {
      const found: unknown[] = [];
      for (const _use of paths) {
        const { extensions } = await postGraphql(server.url, PATH, {}, HEADER);
        found.push((extensions?.explain as Explain).path);
      }
      expect(found).toEqual(paths);
      const refused = '{ paths(from: "天津海关", to: "没有") { length } }';
      for (const _use of paths) {
        const { extensions } = await postGraphql(server.url, refused, {}, HEADER);
        expect((extensions?.explain as Explain).path).toBe('apollo');
      }
    } finally {
      await server.close();
    }
  });
});

describe('x-explain if it is switched off', () => {
  test.each([
    ['EXPLAIN=off', { EXPLAIN: 'off' }, false],
    ['in production', { NODE_ENV: 'production' }, false],
    ['in production, allowed', { NODE_ENV: 'production', EXPLAIN: 'on' }, true],
  ])('%s', async (_name, environment, present) => {
    const server = await startTestServer('embedded', environment);
    try {
      const { status, data, extensions } = await postGraphql(server.url, OWNERS, {}, HEADER);
      expect([status, data.reformItem.agencies.edges.length]).toEqual([200, 2]);
      expect(extensions?.explain !== undefined).toBe(present);
    } finally {
      await server.close();
    }
  });
});
