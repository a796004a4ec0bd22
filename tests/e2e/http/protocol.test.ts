import { ask } from '../../support/ask.ts';
import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{"query":"{ __typename }"}';
const ANSWER = { data: { __typename: 'Query' } };

/** Every refusal is JSON of the same shape, no matter which layer sends it. */
function errorOf({ headers, body }: RawAnswer): { message: string; code: string } {
  expect(headers['content-type']).toMatch(/^application\/(graphql-response\+)?json/);
  const { errors, ...rest } = JSON.parse(body);
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  expect(errors[0].extensions.retryable).toBe(false);
  return { message: errors[0].message, code: errors[0].extensions.code };
}

/** The headers that describe the answer, without the date and without the chunking of an omitted body. */
function described({ headers }: RawAnswer): object {
  const { date: _date, 'transfer-encoding': _chunks, ...others } = headers;
  return others;
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

  test('the answer has the content type that the client accepts, and is not cached', async () => {
    const plain = await post(QUERY, { ...JSON_TYPE, accept: 'application/json' });
    expect(plain.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(plain.headers['cache-control']).toBe('no-store');
    const newer = await post(QUERY, { ...JSON_TYPE, accept: 'application/graphql-response+json' });
    expect(newer.headers['content-type']).toMatch(/^application\/graphql-response\+json/);
    expect((await post(QUERY, { ...JSON_TYPE, accept: 'text/html' })).status).toBe(406);
  });

  test('reads a body of exactly 256 kB, and refuses one more byte', async () => {
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

  test('bytes that are not valid UTF-8: 400', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ agency(name: \\"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\\") { name } }"}'),
    ]);
    const refused = await post(body);
    expect(refused.status).toBe(400);
    expect(errorOf(refused)).toEqual({ code: 'BAD_REQUEST', message: 'the body is not valid UTF-8' });
  });

  const GET = `/graphql?query=${encodeURIComponent('{ __typename }')}`;

  test.each<[string, Record<string, string>]>([
    ['as urql sends it by default', { accept: 'application/graphql-response+json, application/json;q=0.9' }],
    ['with a content type', JSON_TYPE],
    ['with a header for servers that ask for one', { 'apollo-require-preflight': 'x' }],
    ['with a cookie, which is not read', { cookie: 'session=x' }],
  ])('GET %s', async (_name, headers) => {
    const { status, headers: answered, body } = await send('GET', GET, headers);
    expect([status, JSON.parse(body)]).toEqual([200, ANSWER]);
    expect(answered).not.toHaveProperty('set-cookie');
  });

  test('GET with variables', async () => {
    const query = encodeURIComponent('query ($n: String!) { agency(name: $n) { name } }');
    const variables = encodeURIComponent('{"n":"天津海关"}');
    const { body } = await send('GET', `/graphql?query=${query}&variables=${variables}`);
    expect(JSON.parse(body)).toEqual({ data: { agency: { name: '天津海关' } } });
  });

  test.each([
    ['plain text', 'text/plain'],
    ['plain text that says more', 'text/plain; application/json'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['an upload', 'multipart/form-data; boundary=x'],
    ['XML', 'application/xml'],
    ['nearly JSON', 'application/jsonp'],
    ['JSON in another charset', 'application/json; charset=utf-16'],
  ])('POST of %s: 415, so other origins cannot send it without a preflight', async (_name, type) => {
    const refused = await post(QUERY, { 'content-type': type });
    expect(refused.status).toBe(415);
    expect(errorOf(refused).code).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  test('POST without a content type: 415', async () => {
    const refused = await post(QUERY, {});
    expect([refused.status, errorOf(refused).code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test.each([
    ['in the request', '{"query":"{ a }","query":"{ b }"}', 'query'],
    ['in variables', '{"query":"{ __typename }","variables":{"n":1,"m":[{"n":2}],"n" : 3}}', 'n'],
    ['that is escaped the second time', '{"query":"{ a }","qu\\u0065ry":"{ b }"}', 'query'],
  ])('a duplicate key %s: 400', async (_name, body, key) => {
    const refused = await post(body);
    expect([refused.status, errorOf(refused)]).toEqual([
      400,
      { code: 'BAD_REQUEST', message: `the body has the key "${key}" twice in one object` },
    ]);
  });

  test.each([
    ['no query', '/graphql', 400],
    ['variables that are no JSON', `${GET}&variables=%7B`, 400],
    ['a query twice', `${GET}&query=x`, 400],
    ['bytes that are no UTF-8', '/graphql?query=%7B%20%ff%20%7D', 400],
    ['an extension that is a list', `${GET}&extensions=%5B%5D`, 400],
  ])('GET with %s: %s', async (_name, path, status) => {
    const refused = await send('GET', path, JSON_TYPE);
    expect(refused.status).toBe(status);
    expect(errorOf(refused).code).toBe('BAD_REQUEST');
  });

  test.each([
    ['PUT', '/graphql', 'GET, HEAD, POST'],
    ['PATCH', '/graphql', 'GET, HEAD, POST'],
    ['DELETE', '/graphql/', 'GET, HEAD, POST'],
    ['PROPFIND', '/graphql', 'GET, HEAD, POST'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/schema.graphql', 'GET, HEAD'],
    ['PUT', '/readyz?x=1', 'GET, HEAD'],
    ['PUT', '/graphiql/assets/nothing.js', 'GET, HEAD'],
  ])('%s %s: 405, with the allowed methods', async (method, path, allowed) => {
    for (const headers of [JSON_TYPE, { 'content-type': 'text/plain' }]) {
      const refused = await send(method, path, headers, QUERY);
      expect([refused.status, refused.headers.allow]).toEqual([405, allowed]);
      expect(errorOf(refused)).toEqual({
        code: 'METHOD_NOT_ALLOWED',
        message: `${path.split('?')[0]} takes ${allowed}, and not ${method}`,
      });
    }
  });

  test('/graphql/ is the same as /graphql', async () => {
    expect(JSON.parse((await send('POST', '/graphql/', JSON_TYPE, QUERY)).body)).toEqual(ANSWER);
    const [slash, plain] = [await send('GET', GET.replace('?', '/?')), await send('GET', GET)];
    expect([slash.body, slash.headers.etag]).toEqual([plain.body, plain.headers.etag]);
  });

  test.each([
    ['an answer', '{ reformItems { totalCount } }', {}],
    ['a large one', '{ reformItems(first: 100) { nodes { title content } } }', {}],
    [
      'a large one, compressed',
      '{ reformItems(first: 100) { nodes { title content } } }',
      { 'accept-encoding': 'br' },
    ],
    ['a refusal', '{ nothing }', {}],
  ])('HEAD of %s is GET without the body', async (_name, query, headers) => {
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    for (let use = 1; use <= 2; use += 1) {
      const [head, whole] = [await send('HEAD', path, headers), await send('GET', path, headers)];
      expect([head.status, head.body]).toEqual([whole.status, '']);
      expect(described(head)).toEqual(described(whole));
    }
  });

  test('HTTP status: 200 if any part of the query was answered, 400 if nothing was', async () => {
    const status = async (query: string): Promise<number> => (await post(JSON.stringify({ query }))).status;
    expect(
      await status('{ __typename agency(name: "天津海关") { coOwners(first: 0) { totalCount } } }'),
    ).toBe(200);
    expect(await status('{ node(id: "x") { id } }')).toBe(200); // node is nullable, so the answer has data
    expect(await status('{ reformItems(first: 0) { totalCount } }')).toBe(400);
    expect(await status('{ nodes(ids: ["x"]) { id } }')).toBe(400);
    expect(await status('{ nothing }')).toBe(400);
  });
});
