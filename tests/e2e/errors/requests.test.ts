import { createHash } from 'node:crypto';
import { ask, refusal } from '../../support/ask.ts';
import { postGraphql } from '../../support/post-graphql.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** A valid query with this number of tokens; a quoted name is one token. */
const tokens = (count: number): string => `{ nodes(ids: [${'"" '.repeat(count - 12)}]) { id } }`;

describe('invalid requests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  test.each([
    [
      'an unknown field',
      '{ reformItems { nodes { tilte } } }',
      /Cannot query field "tilte" on type "ReformItem"/,
    ],
    ['an unknown argument', '{ agencies(limit: 3) { totalCount } }', /Unknown argument "limit"/],
    [
      'an unknown value of an enum',
      '{ agencies(orderBy: {field: AGE}) { totalCount } }',
      /Value "AGE" does not exist/,
    ],
    ['an unknown type', '{ node(id: "x") { ... on Company { id } } }', /Unknown type "Company"/],
    ['no fields of an object', '{ agencies }', /must have a selection of subfields/],
    ['a required argument left out', '{ agency { name } }', /argument "name" of type "String!" is required/],
    ['a null for what may not be null', '{ agency(name: null) { name } }', /found null/],
    ['a variable that is not declared', '{ agency(name: $n) { name } }', /Variable "\$n" is not defined/],
    [
      'a fragment within itself',
      '{ ...F } fragment F on Query { ...F }',
      /Cannot spread fragment "F" within itself/,
    ],
  ])('%s: GRAPHQL_VALIDATION_FAILED', async (_name, query, message) => {
    expect(await refusal(server.url, query)).toEqual({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      argument: undefined,
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ['a brace is missing', '{ graph { version }', /Syntax Error: Expected Name, found <EOF>/],
    ['it is SQL', 'SELECT * FROM agencies', /Syntax Error: Unexpected Name "SELECT"/],
    ['it is Cypher', 'MATCH (n) DETACH DELETE n', /Syntax Error: Unexpected Name "MATCH"/],
    ['it has a full-width brace', '｛ graph { version } }', /Syntax Error: Unexpected character: U\+FF5B/],
    ['it is 4001 tokens long', tokens(4001), /more tha[nt] 4000 tokens/],
  ])('%s: GRAPHQL_PARSE_FAILED', async (_name, query, message) => {
    expect(await refusal(server.url, query)).toEqual({
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
      argument: undefined,
      message: expect.stringMatching(message),
    });
  });

  test('parses a query of 4000 tokens', async () => {
    expect(await refusal(server.url, tokens(4000))).toMatchObject({
      argument: 'ids',
      message: expect.stringMatching(/^ids: 3988 ids/),
    });
  });

  const padded = (bytes: number): string => `{ __typename } #${'中'.repeat(100)}`.padEnd(bytes - 200, 'x');
  test('reads a query of 20,000 bytes and refuses one more byte, by every method of sending', async () => {
    expect(Buffer.byteLength(padded(20_000))).toBe(20_000);
    expect(await ask(server.url, padded(20_000))).toEqual({ __typename: 'Query' });
    expect(await refusal(server.url, padded(20_001))).toEqual({
      status: 400,
      code: 'QUERY_TOO_LONG',
      argument: undefined,
      message:
        'the query is 20001 bytes long, and 20000 are allowed: leave out comments, or ask in two queries',
    });
    const sha256Hash = createHash('sha256').update(padded(20_001)).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(await post({ query: padded(20_001), extensions })).toMatchObject({
      errors: withCode('QUERY_TOO_LONG'),
    });
    expect(await post({ extensions })).toMatchObject({ errors: withCode('PERSISTED_QUERY_NOT_FOUND') });
  });

  test('QUERY_MAX_LENGTH sets the maximum length of a query, also by GET', async () => {
    const short = await startTestServer('embedded', { QUERY_MAX_LENGTH: '400' });
    try {
      for (const [bytes, status] of [
        [400, 200],
        [401, 400],
      ] as const) {
        const answer = await fetch(`${short.url}/graphql?query=${encodeURIComponent(padded(bytes))}`);
        expect([bytes, answer.status]).toEqual([bytes, status]);
      }
    } finally {
      await short.close();
    }
  });

  test('refuses half a surrogate pair', async () => {
    // All of these have the same hash, and one of them is a valid query.
    for (const text of ['\ufffd', '\ud800', '\udfff', '\ufffd']) {
      const { status, data, errors } = await postGraphql(server.url, `{ agency(name: "${text}") { name } }`);
      if (text === '\ufffd') expect([status, data]).toEqual([200, { agency: null }]);
      else expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  test('does not start an unbounded introspection', async () => {
    const deep = `{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }`;
    const { status, data, errors } = await postGraphql(server.url, deep);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors?.[0]).toMatchObject({
      message: 'Maximum introspection depth exceeded',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  test('the error gives its location, and nothing else about the server', async () => {
    const { errors } = await postGraphql(server.url, '{\n  nothing\n}');
    expect(errors).toEqual([
      {
        message: 'Cannot query field "nothing" on type "Query".',
        locations: [{ line: 2, column: 3 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', retryable: false },
      },
    ]);
  });

  const LONG = 'x'.repeat(10_000);
  test.each<[string, string, object]>([
    ['a field', `{ ${LONG} }`, {}],
    ['an argument', `{ agencies(${LONG}: 1) { totalCount } }`, {}],
    ['a type', `{ node(id: "x") { ... on ${LONG} { id } } }`, {}],
    ['a fragment', `{ ...${LONG} }`, {}],
    ['a value', 'query ($n: Int) { agencies(first: $n) { totalCount } }', { n: LONG }],
    ['a list', 'query ($n: Int) { agencies(first: $n) { totalCount } }', { n: Array(3000).fill('x') }],
    ['an id', `{ nodes(ids: ["${LONG}"]) { id } }`, {}],
  ])('does not repeat %s of 10 kB in the error', async (_name, query, variables) => {
    const { status, errors } = await postGraphql(server.url, query, { ...variables });
    expect([status, errors?.length]).toEqual([400, 1]);
    expect(errors?.[0]?.message.length).toBeLessThanOrEqual(1001);
    expect(errors?.[0]?.message).not.toContain('x'.repeat(81));
  });

  test('answers a thousand errors with only a few of them', async () => {
    const { errors } = await postGraphql(
      server.url,
      `{ ${Array.from({ length: 1000 }, (_, i) => `x${i}`).join(' ')} }`,
    );
    expect(errors?.length).toBeLessThanOrEqual(6);
    expect(errors?.at(-1)?.message).toMatch(/Too many validation errors/);
  });

  test.each([
    [
      'of the wrong type',
      { n: 'three' },
      /Variable "\$n" got invalid value "three"; Int cannot represent non-integer/,
    ],
    ['with a fraction', { n: 1.5 }, /non-integer value: 1.5/],
    ['past 32 bits', { n: 2 ** 31 }, /non 32-bit signed integer/],
    ['null', { n: null }, /Variable "\$n" of non-null type "Int!" must not be null/],
    ['left out', {}, /Variable "\$n" of required type "Int!" was not provided/],
  ])('a variable %s: BAD_USER_INPUT', async (_name, variables, message) => {
    const query = 'query ($n: Int!) { agencies(first: $n) { totalCount } }';
    const { status, data, errors } = await postGraphql(server.url, query, variables);
    expect([status, data]).toEqual([400, undefined]);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', retryable: false } },
    ]);
  });

  async function post(body: object): Promise<{ status: number; errors?: object[]; data?: object }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }
  const withCode = (code: string) => [
    expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
  ];

  test('runs the named operation of several; refuses no name or an unknown name', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    expect(await post({ query, operationName: 'B' })).toEqual({ status: 200, data: { b: 'Query' } });
    for (const operationName of [undefined, 'C']) {
      expect(await post({ query, operationName })).toMatchObject({
        status: 400,
        errors: withCode('OPERATION_RESOLUTION_FAILURE'),
      });
    }
  });

  test('a refused field does not affect the rest of the answer, status 200', async () => {
    const item = (code: string): string => `reformItem(code: "${code}") { zones(first: 0) { totalCount } }`;
    const query = `{ a: ${item('tj-7-4')} b: ${item('tj-7-17')} agency(name: "天津海关") { name } }`;
    const answer = await post({ query });
    expect(answer).toMatchObject({ status: 200, data: { a: null, b: null, agency: { name: '天津海关' } } });
    expect((answer.errors as { path: string[] }[]).map(({ path }) => path)).toEqual([
      ['a', 'zones'],
      ['b', 'zones'],
    ]);
  });

  test.each(['mutation', 'subscription'])('there is no %s', async (kind) => {
    expect(await refusal(server.url, `${kind} { graphChanged { version } }`)).toEqual({
      status: 400,
      code: 'OPERATION_RESOLUTION_FAILURE',
      argument: undefined,
      message: `this server answers queries, and has no ${kind}`,
    });
  });

  test('requests a query sent by its hash once, and knows it from then on', async () => {
    const query = '{ batch(code: "tj-7") { number } }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(await post({ extensions })).toMatchObject({
      status: 200,
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    const expected = { status: 200, data: { batch: { number: 7 } } };
    expect(await post({ query, extensions })).toEqual(expected);
    expect(await post({ extensions })).toEqual(expected);
    expect(await post({ query: '{ __typename }', extensions })).toMatchObject({ status: 400 });
  });
});
