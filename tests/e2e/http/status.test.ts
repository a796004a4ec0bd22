import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

const DEEP = `{ theme(name: "融资租赁") { ${'broader { '.repeat(20)}name${' }'.repeat(20)} } }`;

/** Errors of well-formed requests, with their codes. */
const REFUSED: readonly [name: string, code: string, body: object][] = [
  ['syntax', 'GRAPHQL_PARSE_FAILED', { query: '{' }],
  ['validation', 'GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
  ['a variable', 'BAD_USER_INPUT', { query: 'query ($n: Int!) { agencies(first: $n) { totalCount } }' }],
  ['cost', 'QUERY_TOO_COMPLEX', { query: DEEP }],
  ['length', 'QUERY_TOO_LONG', { query: `{ __typename } #${'x'.repeat(20_000)}` }],
  [
    'an unknown operation',
    'OPERATION_RESOLUTION_FAILURE',
    { query: 'query A { __typename }', operationName: 'B' },
  ],
  ['an operation that there is none of', 'OPERATION_RESOLUTION_FAILURE', { query: 'mutation { x }' }],
  ['a field that may not be null', 'BAD_USER_INPUT', { query: '{ reformItems(first: 0) { totalCount } }' }],
];

describe('the HTTP status of refused requests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const post = (body: object | string, accept?: string): Promise<RawAnswer> =>
    rawRequest(server.url, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(accept === undefined ? {} : { accept }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const codesOf = ({ body }: RawAnswer): string[] =>
    JSON.parse(body).errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);

  test.each<[accept: string | undefined, status: number, type: string]>([
    ['application/json', 200, JSON_TYPE],
    ['Application/JSON', 200, JSON_TYPE],
    ['application/json; charset=utf-8', 200, JSON_TYPE],
    ['application/json;q=0.5', 200, JSON_TYPE],
    ['text/html, application/json', 200, JSON_TYPE],
    ['application/json, application/graphql-response+json;q=0.9', 200, JSON_TYPE],
    ['application/json, text/plain, */*', 200, JSON_TYPE],
    ['application/graphql-response+json', 400, GRAPHQL_TYPE],
    ['application/graphql-response+json, application/json;q=0.9', 400, GRAPHQL_TYPE],
    ['application/json;q=0.9, application/graphql-response+json', 400, GRAPHQL_TYPE],
    ['application/json;q=0, application/graphql-response+json', 400, GRAPHQL_TYPE],
    [undefined, 400, JSON_TYPE],
    ['*/*', 400, JSON_TYPE],
    ['application/*', 400, JSON_TYPE],
    ['text/html, */*;q=0.8', 400, JSON_TYPE],
  ])('accept %s: %d', async (accept, status, type) => {
    for (const [name, code, body] of REFUSED) {
      const answer = await post(body, accept);
      expect([name, answer.status, answer.headers['content-type'], codesOf(answer)]).toEqual([
        name,
        status,
        type,
        [code],
      ]);
      expect(answer.headers.vary).toBe('accept');
    }
  });

  test.each(['application/json', 'application/graphql-response+json', undefined])(
    'accept %s: 400 for a body that is not a GraphQL request, 200 for a partial answer',
    async (accept) => {
      for (const body of [
        '{',
        '[]',
        '{}',
        '{"query":5}',
        '{"variables":{}}',
        '{"query":"{ a }","variables":5}',
      ]) {
        const answer = await post(body, accept);
        expect([body, answer.status, codesOf(answer)]).toEqual([body, 400, ['BAD_REQUEST']]);
      }
      const part = '{ __typename agency(name: "天津海关") { coOwners(first: 0) { totalCount } } }';
      expect((await post({ query: part }, accept)).status).toBe(200);
    },
  );

  test('does not answer a client that accepts neither type', async () => {
    for (const accept of ['text/html', 'application/json;q=0', 'application/xml, text/*']) {
      const answer = await post({ query: '{ __typename }' }, accept);
      expect([answer.status, codesOf(answer)]).toEqual([406, ['BAD_REQUEST']]);
    }
  });

  test.each<[string, object]>([
    ['whose hash is of another text', { version: 1, sha256Hash: '0'.repeat(64) }],
    ['whose hash is no text', { version: 1, sha256Hash: { x: 1 } }],
    ['without a hash', { version: 1 }],
    ['of another version', { version: 2, sha256Hash: '0'.repeat(64) }],
    ['that is a text', 'x' as never],
  ])('a persisted query %s is a client error', async (_name, persistedQuery) => {
    for (const accept of ['*/*', 'application/json']) {
      const answer = await post({ query: '{ graph { engine } }', extensions: { persistedQuery } }, accept);
      expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
  });
});
