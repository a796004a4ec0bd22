import { ask } from '../../support/ask.ts';
import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{"query":"{ __typename }"}';
const ANSWER = { data: { __typename: 'Query' } };

/** Every refusal is JSON of the one shape, whoever gives it. */
function errorOf({ headers, body }: RawAnswer): { message: string; code: string } {
  expect(headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/);
  const { errors, ...rest } = JSON.parse(body);
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  expect(errors[0].extensions.retryable).toBe(false);
  return { message: errors[0].message, code: errors[0].extensions.code };
}

describe('GraphQL over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const send = (method: string, path: string, headers = {}, body?: string | Buffer): Promise<RawAnswer> =>
    rawRequest(server.url, path, { method, headers, ...(body === undefined ? {} : { body }) });
  const post = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Promise<RawAnswer> =>
    send('POST', '/graphql', headers, body);

  test('POST with JSON, with a charset or without', async () => {
    for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON']) {
      const { status, body } = await post(QUERY, { 'content-type': type });
      expect([type, status, JSON.parse(body)]).toEqual([type, 200, ANSWER]);
    }
  });

  test('the answer comes as the client accepts it, and is not kept', async () => {
    const plain = await post(QUERY, { ...JSON_TYPE, accept: 'application/json' });
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(plain.headers['cache-control']).toBe('no-store');
    const newer = await post(QUERY, { ...JSON_TYPE, accept: 'application/graphql-response+json' });
    expect(newer.headers['content-type']).toMatch(/^application\/graphql-response\+json/);
    expect((await post(QUERY, { ...JSON_TYPE, accept: 'text/html' })).status).toBe(406);
  });

  test('a body of just 256 kB is read, and one byte more is not', async () => {
    const limit = 256 * 1024;
    const holding = (text: string): string => `${QUERY.slice(0, -1)},"extensions":{"x":"${text}"}}`;
    const padded = (size: number): string => holding('x'.repeat(size - holding('').length));
    expect(padded(limit).length).toBe(limit);
    expect(JSON.parse((await post(padded(limit))).body)).toEqual(ANSWER);
    const refused = await post(padded(limit + 1));
    expect(refused.status).toBe(413);
    expect(errorOf(refused)).toEqual({
      code: 'PAYLOAD_TOO_LARGE',
      message: 'the body is larger than 262144 bytes',
    });
    expect(await ask(server.url, '{ __typename }')).toEqual(ANSWER.data);
  });

  test.each([
    ['cut short', '{"query":', /not valid JSON/],
    ['empty', '', /empty/],
    ['null', 'null', /POST body missing/],
    ['a text', '"{ __typename }"', /POST body missing/],
    ['an object of nothing', '{}', /POST body missing/],
    ['without a query', '{"variables":{}}', /must contain a non-empty `query`/],
    ['a query that is no text', '{"query":5}', /must be strings/],
    [
      'variables that are text',
      '{"query":"{ __typename }","variables":"{}"}',
      /should be provided as an object/,
    ],
    ['a batch', `[${QUERY}]`, /batching disabled/],
    [
      'with a prototype in it',
      '{"query":"{ __typename }","__proto__":{"x":1}}',
      /forbidden prototype|not valid JSON/,
    ],
  ])('a body that is %s: 400', async (_name, body, message) => {
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toEqual({ code: 'BAD_REQUEST', message: expect.stringMatching(message) });
  });

  test('bytes that are no UTF-8 do no harm', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ agency(name: \\"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\\") { name } }"}'),
    ]);
    expect(JSON.parse((await post(body)).body)).toEqual({ data: { agency: null } });
  });

  const GET = `/graphql?query=${encodeURIComponent('{ __typename }')}`;

  test('GET with a header that no form can send', async () => {
    for (const header of ['apollo-require-preflight', 'x-apollo-operation-name']) {
      const { status, body } = await send('GET', GET, { [header]: 'x' });
      expect([status, JSON.parse(body)]).toEqual([200, ANSWER]);
    }
    const query = encodeURIComponent('query ($n: String!) { agency(name: $n) { name } }');
    const variables = encodeURIComponent('{"n":"天津海关"}');
    const { body } = await send('GET', `/graphql?query=${query}&variables=${variables}`, JSON_TYPE);
    expect(JSON.parse(body)).toEqual({ data: { agency: { name: '天津海关' } } });
  });

  test.each([
    ['GET without it', 'GET', {}],
    ['GET with an empty one', 'GET', { 'apollo-require-preflight': '' }],
    ['POST of plain text', 'POST', { 'content-type': 'text/plain' }],
    ['POST of plain text that says more', 'POST', { 'content-type': 'text/plain; application/json' }],
  ])('%s is refused: it could come from any page', async (_name, method, headers) => {
    const refused = await send(
      method,
      method === 'GET' ? GET : '/graphql',
      headers,
      method === 'GET' ? undefined : QUERY,
    );
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toEqual({
      code: 'BAD_REQUEST',
      message: expect.stringContaining('potential Cross-Site Request Forgery'),
    });
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded'],
    ['an upload', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
  ])('POST of %s: 415', async (_name, type) => {
    const refused = await post('query=%7B__typename%7D', { 'content-type': type });
    expect(refused.status).toBe(415);
    expect(errorOf(refused).code).toBe('BAD_REQUEST');
  });

  test.each([
    ['no query', '/graphql', 400],
    ['variables that are no JSON', `${GET}&variables=%7B`, 400],
    ['a query twice', `${GET}&query=x`, 400],
  ])('GET with %s: %s', async (_name, path, status) => {
    const refused = await send('GET', path, JSON_TYPE);
    expect(refused.status).toBe(status);
    expect(errorOf(refused).code).toBe('BAD_REQUEST');
  });

  test.each(['PUT', 'PATCH', 'DELETE'])('%s /graphql is refused', async (method) => {
    const refused = await send(method, '/graphql', JSON_TYPE, QUERY);
    expect([404, 405]).toContain(refused.status);
    errorOf(refused);
  });

  test('HTTP status: 200 with what could be answered, 400 where nothing could', async () => {
    const status = async (query: string): Promise<number> => (await post(JSON.stringify({ query }))).status;
    expect(
      await status('{ __typename agency(name: "天津海关") { coOwners(first: 0) { totalCount } } }'),
    ).toBe(200);
    expect(await status('{ node(id: "x") { id } }')).toBe(200); // node may be null, so the answer is whole
    expect(await status('{ reformItems(first: 0) { totalCount } }')).toBe(400);
    expect(await status('{ nodes(ids: ["x"]) { id } }')).toBe(400);
    expect(await status('{ nothing }')).toBe(400);
  });
});
