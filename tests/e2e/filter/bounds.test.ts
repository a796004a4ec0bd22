import { ask, type Refusal, refusal } from '../../support/ask.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const QUERY = 'query ($filter: ReformItemFilter) { reformItems(filter: $filter) { totalCount } }';
const nest = (levels: number, wrap: (inner: object) => object): object =>
  Array.from({ length: levels }).reduce<object>(wrap, {});
const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('filters beyond their limits', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const refused = (filter: object): Promise<Refusal> => refusal(server.url, QUERY, { filter });
  const count = async (filter: object): Promise<number> =>
    (await ask(server.url, QUERY, { filter })).reformItems.totalCount;

  test.each<[string, object, string, RegExp]>([
    ['empty text', { text: '' }, 'filter.text', /is empty; leave it out to match all/],
    ['blank text', { text: ' \u3000\n' }, 'filter.text', /is empty/],
    ['text of 10,241', { text: '改'.repeat(10_241) }, 'filter.text', /longer than 10240 characters/],
    ['text of 65 words', { text: repeat(65, (n) => `词${n}`).join(' ') }, 'filter.text', /has 65 words/],
    [
      '65 words in all',
      { or: repeat(13, (n) => ({ text: repeat(5, (m) => `词${n}之${m}`).join(' ') })) },
      'filter',
      /looks for 65 words; give at most 64/,
    ],
    ['fewer than none', { minAgencies: -1 }, 'filter.minAgencies', /-1 is less than 0/],
    ['at most less than none', { maxAgencies: -1 }, 'filter.maxAgencies', /-1 is less than 0/],
    ['within and', { and: [{}, { text: '' }] }, 'filter.and[1].text', /is empty/],
    ['within or', { or: [{ minAgencies: -2 }] }, 'filter.or[0].minAgencies', /-2 is less/],
    ['within not', { not: { not: { maxAgencies: -3 } } }, 'filter.not.not.maxAgencies', /-3 is less/],
    ['nested 7 deep', nest(6, (not) => ({ not })), 'filter.not.not.not.not.not.not', /at most 6 deep/],
    [
      'nested 7 deep in lists',
      nest(6, (inner) => ({ and: [inner] })),
      `filter${'.and[0]'.repeat(6)}`,
      /at most 6 deep/,
    ],
    ['nested 500 deep', nest(500, (not) => ({ not })), 'filter', /more than 50 filters/],
    ['50 alternatives', { or: repeat(50, () => ({ text: 'x' })) }, 'filter', /more than 50 filters/],
    [
      '11 × 11 alternatives',
      { and: [{ or: repeat(11, () => ({})) }, { or: repeat(11, () => ({})) }] },
      'filter',
      /too many combinations/,
    ],
    ['one name 201 times', { agencies: { anyOf: repeat(201, () => '天津海关') } }, 'filter.agencies', /200/],
    ['201 names', { agencies: { anyOf: repeat(201, String) } }, 'filter.agencies', /names more than 200/],
    [
      '201 names in all',
      { zones: { noneOf: repeat(100, String) }, or: [{ zones: { allOf: repeat(101, (i) => `z${i}`) } }] },
      'filter.zones',
      /names more than 200/,
    ],
    ['201 regions', { regions: repeat(201, String) }, 'filter.regions', /names more than 200/],
    ['201 batches', { batches: repeat(201, Number) }, 'filter.batches', /names more than 200/],
  ])('%s', async (_name, filter, argument, reason) => {
    const { message, ...rest } = await refused(filter);
    expect(rest).toEqual({ status: 400, code: 'BAD_USER_INPUT', argument });
    expect(message).toMatch(reason);
    expect(message.startsWith(`${argument}: `)).toBe(true);
  });

  test('accepts filters at the limits', async () => {
    expect(await count({ text: '改'.repeat(10_240) })).toBe(0);
    expect(await count({ minAgencies: 0, maxAgencies: 0 })).toBe(0);
    expect(await count(nest(5, (not) => ({ not })))).toBe(0); // an odd number of negations of everything
    expect(await count({ or: repeat(49, () => ({ text: '服务' })) })).toBe(await count({ text: '服务' }));
    expect(await count({ and: [{ or: repeat(10, () => ({})) }, { or: repeat(10, () => ({})) }] })).toBe(43);
    expect(await count({ agencies: { noneOf: repeat(200, String) } })).toBe(43);
    expect(await count({ agencies: { anyOf: repeat(200, () => '天津海关') } })).toBe(4);
  });

  test('nested beyond the stack: refused, and the server continues', async () => {
    const deep = `${'{"not":'.repeat(20_000)}{}${'}'.repeat(20_000)}`;
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(QUERY)},"variables":{"filter":${deep}}}`,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
    expect(await count({})).toBe(43);
  });

  test.each([
    ['a text for a number', '{ batches: ["7"] }'],
    ['a fraction', '{ minAgencies: 1.5 }'],
    ['a number past 32 bits', '{ minAgencies: 2147483648 }'],
    ['a field that is none', '{ agency: "天津海关" }'],
    ['a null within a list', '{ regions: [null] }'],
  ])('%s fails validation', async (_name, filter) => {
    const query = `{ reformItems(filter: ${filter}) { totalCount } }`;
    expect(await refusal(server.url, query)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  test('the filter of a nested list is refused at its path, and the rest is answered', async () => {
    const { status, data, errors } = await postGraphql(
      server.url,
      `{ graph { engine } agency(name: "天津海关") { reformItems(filter: {or: [{text: ""}]}) { totalCount } } }`,
    );
    expect(status).toBe(200);
    expect(data).toEqual({ graph: { engine: 'embedded' }, agency: null });
    expect(errors).toMatchObject([
      {
        path: ['agency', 'reformItems'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'filter.or[0].text' },
      },
    ]);
  });

  test.each([
    ['{ coOwnerships(minShared: 0) { totalCount } }', 'minShared', '0 is less than 1'],
    ['{ coOwnerships(minShared: -1) { totalCount } }', 'minShared', '-1 is less than 1'],
    ['{ coOwnerships { nodes { sharedItems(first: 0) { id } } } }', 'first', '0 is not between 1 and 100'],
    [
      '{ coOwnerships { nodes { sharedItems(first: 101) { id } } } }',
      'first',
      '101 is not between 1 and 100',
    ],
  ])('%s', async (query, argument, reason) => {
    const { errors } = await postGraphql(server.url, query);
    expect(errors?.[0]).toMatchObject({
      message: `${argument}: ${reason}`,
      extensions: { code: 'BAD_USER_INPUT', argument },
    });
  });
});
