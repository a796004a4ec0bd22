import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const PAGES = [
  '/',
  '/graphiql',
  '/graphiql/operations.json',
  '/schema.graphql',
  '/landing.css',
  '/livez',
  '/nothing',
];
const HERE = 'https://example.org';
const PREFLIGHT = {
  origin: HERE,
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};
const QUERY = { 'content-type': 'application/json' };
const corsHeaders = ({ headers }: RawAnswer): string[] =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

const preflight = (url: string, origin: string): Promise<RawAnswer> =>
  rawRequest(url, '/graphql', { method: 'OPTIONS', headers: { ...PREFLIGHT, origin } });
const post = (url: string, origin: string): Promise<RawAnswer> =>
  rawRequest(url, '/graphql', {
    method: 'POST',
    headers: { ...QUERY, origin },
    body: '{"query":"{__typename}"}',
  });

describe('what browsers may do', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const get = (path: string): Promise<RawAnswer> => rawRequest(server.url, path);

  test.each([...PAGES, '/graphql'])(
    '%s: only scripts of this server, no content type sniffing, no referrer',
    async (path) => {
      const { headers } = await get(path);
      const policy = new Map(
        String(headers['content-security-policy'])
          .split('; ')
          .map((directive) => directive.split(/ (.*)/s) as [string, string]),
      );
      expect(policy.get('default-src')).toBe("'none'");
      expect(policy.get('script-src')).toBe("'self'");
      expect(policy.get('worker-src')).toBe("'self'");
      expect(policy.get('connect-src')).toBe("'self'");
      for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
        expect(policy.get(name)).toBe("'none'");
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe-eval|http|\*|blob:/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    },
  );

  test('assets have the same headers', async () => {
    const [, asset = ''] = /src="([^"]+\.js)"/.exec((await get('/graphiql')).body) ?? [];
    const { status, headers } = await get(asset);
    expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  });

  test('by default, no other origin may read', async () => {
    const answers = [
      await preflight(server.url, HERE),
      await post(server.url, HERE),
      await get('/schema.graphql'),
    ];
    for (const answer of answers) expect(corsHeaders(answer)).toEqual([]);
    expect(answers[0]?.status).toBeGreaterThanOrEqual(400);
  });

  test.each([
    '/graphiql/assets/../../package.json',
    '/graphiql/assets/..%2f..%2fpackage.json',
    '/graphiql/assets/%2e%2e/%2e%2e/package.json',
    '/graphiql/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/graphiql/assets/..\\..\\package.json',
    '/graphiql/assets/..%5c..%5cpackage.json',
    '/graphiql/assets/....//....//package.json',
    '/graphiql/assets/%252e%252e%252fpackage.json',
    '/graphiql/assets//etc/passwd',
    '/graphiql/assets/%2fetc%2fpasswd',
    '/graphiql/assets/%00',
    '/graphiql/assets/index.html%00.js',
    '/graphiql/../package.json',
    '/../package.json',
    '/..%2fpackage.json',
    '/graphiql/assets/.',
    '/graphiql/assets/..',
    '/graphiql/assets/constructor',
    '/graphiql/assets/__proto__',
  ])('%s does not reach any file', async (path) => {
    const { status, body } = await get(path);
    expect([400, 403, 404]).toContain(status);
    expect(JSON.parse(body)).toEqual({ errors: [expect.objectContaining({ message: expect.any(String) })] });
    expect(body).not.toMatch(/policy-knowledge-graph|root:/);
  });

  test.each(['/%', '/%E4%B8', '/graphiql/assets/%'])(
    '%s is not a valid address: 400 with the common error shape',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST', retryable: false } }],
      });
    },
  );
});

describe('allowed origins', () => {
  async function withOrigins(origins: string, work: (url: string) => Promise<void>): Promise<void> {
    const server = await startTestServer('embedded', { CORS_ORIGINS: origins });
    try {
      await work(server.url);
    } finally {
      await server.close();
    }
  }

  test('the listed origins are allowed, and no others', () =>
    withOrigins(`${HERE}, http://localhost:5173`, async (url) => {
      for (const origin of [HERE, 'http://localhost:5173']) {
        const asked = await preflight(url, origin);
        expect(asked.status).toBe(204);
        expect(asked.headers).toMatchObject({
          'access-control-allow-origin': origin,
          'access-control-allow-headers': 'content-type',
        });
        expect(asked.headers['access-control-allow-methods']).toContain('POST');
        const answered = await post(url, origin);
        expect(answered.headers['access-control-allow-origin']).toBe(origin);
        expect(answered.headers.vary).toMatch(/origin/i);
        expect(JSON.parse(answered.body)).toEqual({ data: { __typename: 'Query' } });
      }
      for (const origin of [
        'https://example.org.evil.test',
        'http://example.org',
        'https://sub.example.org',
        'null',
      ]) {
        const { headers } = await preflight(url, origin);
        expect([origin, headers['access-control-allow-origin']]).toEqual([origin, undefined]);
        expect((await post(url, origin)).headers['access-control-allow-origin']).toBeUndefined();
      }
    }));

  test('answers OPTIONS without requested headers the same way as with them', () =>
    withOrigins(HERE, async (url) => {
      const { status, body } = await rawRequest(url, '/graphql', { method: 'OPTIONS' });
      expect([status, body]).toEqual([204, '']);
    }));

  test('an allowed origin can also read a refusal', () =>
    withOrigins(HERE, async (url) => {
      for (const [method, path, status] of [
        ['DELETE', '/graphql', 405],
        ['GET', '/nothing', 404],
        ['POST', '/graphql', 400],
      ] as const) {
        const answer = await rawRequest(url, path, { method, headers: { origin: HERE } });
        expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([status, HERE]);
      }
    }));

  test('all origins if the setting says so, but never with cookies', () =>
    withOrigins('*', async (url) => {
      const { headers } = await post(url, 'https://anywhere.test');
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }));
});
