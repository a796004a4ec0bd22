import { countingStore } from '../../support/counting-store.ts';
import { bulletinRows, importRows } from '../../support/edited-bulletin.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const COUNT = '{ reformItems { totalCount } }';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('cached answers', () => {
  let server: TestServer;
  const counter = countingStore();
  beforeAll(async () => {
    server = await startTestServer(
      'embedded',
      { ANSWER_CACHE_MB: '32', GRAPH_FRESHNESS_MS: '60000' },
      counter.wrap,
    );
  });
  afterAll(() => server.close());

  const get = (query: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
      method,
      headers: { ...JSON_TYPE, ...headers },
    });
  const post = (query: string, headers: Record<string, string> = {}, variables: object = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify({ query, variables }),
    });
  /** The number of statements that the requests run. */
  async function statementsOf(...requests: (() => Promise<Response>)[]): Promise<number[]> {
    const counts: number[] = [];
    for (const request of requests) {
      counter.reset();
      await (await request()).text();
      counts.push(counter.files().length);
    }
    return counts;
  }

  test('a repeated request runs no statement, a different one does', async () => {
    const query = 'query ($first: Int!) { changes(since: 0, first: $first) { nodes { batch } } }';
    const ask = (first: number) => () => post(query, {}, { first });
    expect(await statementsOf(ask(3), ask(3), ask(4), ask(3))).toEqual([1, 0, 1, 0]);
    const [first, again] = [await ask(3)(), await ask(3)()];
    expect(await again.json()).toEqual(await first.json());
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  });

  test('does not cache an answer with x-explain or with an error', async () => {
    const explained = () => post('{ changes(since: 0) { totalCount } }', { 'x-explain': '1' });
    expect(await statementsOf(explained, explained)).toEqual([1, 1]);
    const failing = () => post('{ changes(since: 0) { totalCount } reformItems(first: 0) { totalCount } }');
    expect(await statementsOf(failing, failing)).toEqual([1, 1]);
  });

  test('GET has an ETag, and 304 for a client that has the answer; shared caches never store a POST', async () => {
    const answer = await get(COUNT);
    const tag = answer.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]{32}"$/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const again = await get(COUNT, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await get(COUNT, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('{ reformItems { nodes { title } } }')).headers.get('etag')).not.toBe(tag);
    const posted = await post(COUNT);
    expect([posted.headers.get('etag'), posted.headers.get('cache-control')]).toEqual([null, 'no-store']);
    const refused = await get('{ reformItems(first: 0) { totalCount } }');
    expect([refused.headers.get('etag'), refused.headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  test('matches a weak ETag, an ETag in a list, and *', async () => {
    for (const query of [COUNT, '{ themes { totalCount } }']) {
      const tag = (await get(query)).headers.get('etag') ?? '';
      for (const names of [tag, `W/${tag}`, `"x", ${tag}`, `"x",W/${tag} , "y"`, '*']) {
        for (const method of ['GET', 'HEAD']) {
          const answer = await get(query, { 'if-none-match': names }, method);
          expect([names, answer.status, answer.headers.get('etag')]).toEqual([names, 304, tag]);
          expect(answer.headers.get('content-length')).toBeNull();
          expect(answer.headers.get('vary')).toBe('accept');
        }
      }
      for (const names of ['"x"', 'W/"x"', '"*"', tag.slice(1, -1)])
        expect([names, (await get(query, { 'if-none-match': names })).status]).toEqual([names, 200]);
    }
  });

  test('* matches neither an error nor the answer to a POST', async () => {
    const unasked = '{ reformItems(last: 3) { totalCount } }';
    expect((await get(unasked, { 'if-none-match': '*' })).status).toBe(304);
    const refused = await get('{ reformItems(first: 0) { totalCount } }', { 'if-none-match': '*' });
    expect(refused.status).toBe(400);
    expect((await post(COUNT, { 'if-none-match': '*' })).status).toBe(200);
  });

  test('sends no header that is only for the server itself', async () => {
    for (const answer of [await get(COUNT), await post(COUNT), await post('{ nothing }')])
      expect(answer.headers.get('x-answer-stamp')).toBeNull();
  });

  test('an import changes the answer and its ETag', async () => {
    const before = await get(COUNT);
    const tag = before.headers.get('etag') ?? '';
    await importRows(server.store, bulletinRows().slice(0, 2), 8);
    const after = await get(COUNT, { 'if-none-match': tag });
    expect([after.status, await after.json()]).toEqual([200, { data: { reformItems: { totalCount: 45 } } }]);
    expect(after.headers.get('etag')).not.toBe(tag);
  });

  test('compresses large answers if the client accepts it, and does not compress small ones', async () => {
    const large = '{ reformItems(first: 100) { nodes { title content } } }';
    const plain = await post(large, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const text = await plain.text();
    expect(Buffer.byteLength(text)).toBeGreaterThan(10_000);
    for (const encoding of ['br', 'br', 'gzip']) {
      const answer = await post(large, { 'accept-encoding': encoding });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(await answer.text()).toBe(text);
    }
    const small = await post(COUNT, { 'accept-encoding': 'br' });
    expect(small.headers.get('content-encoding')).toBeNull();
  });
});
