import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import {
  type FieldPlace,
  fieldsWithArguments,
  positionsOf,
  selectionOf,
} from '../../support/argument-positions.ts';
import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const ROOT = join(import.meta.dirname, '../../../schema');
const OPERATIONS = readdirSync(join(ROOT, 'operations')).map((file) =>
  readFileSync(join(ROOT, 'operations', file), 'utf8'),
);
const fields = fieldsWithArguments(buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8')));

/** Texts that programs are known to misread as something else. */
const TEXTS = [
  ...['', ' ', 'x', '\u0000', '\ud800', '\udc00x', '\ufeff', '💥', '"', '\\', '`', '%', '%00', '../..', '$&'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '-0',
    '1e999',
    '9'.repeat(400),
    '0x10',
    '２０２３',
    '⾦',
  ],
  ...[
    '*',
    '(',
    '[',
    '{',
    '+',
    '~',
    '^',
    'AND',
    'a:b',
    '/x/',
    '-',
    '"a',
    '"" ""',
    '- -',
    'a\nb',
    '\u202e',
    '\u0301',
  ],
  ...[
    'Agency:',
    'Agency:x',
    'QWdlbmN5Og',
    'tj-7-0',
    'tj-7--1',
    '2023-02-30',
    '-1-01-01',
    '10000-01-01',
    '2023-13',
  ],
  ...[
    'x'.repeat(5000),
    '中'.repeat(5000),
    '💥'.repeat(2000),
    'a '.repeat(2000),
    '"'.repeat(2001),
    '\u0301'.repeat(999),
  ],
];
const NUMBERS = [0, -0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53 + 2, 1e21, 1e308, -1e308, 5e-324];
const deep = (levels: number, of: unknown): unknown => (levels === 0 ? of : deep(levels - 1, { not: of }));
const OTHERS = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  [{}],
  { x: 1 },
  { not: null },
  { or: [] },
  deep(500, {}),
];
const HOSTILE: readonly unknown[] = [...TEXTS, ...NUMBERS, ...OTHERS];

/**
 * Some values for one position, different for each position. Most have the kind that the position takes:
 * all values of another kind are refused in the same way.
 */
function valuesFor(type: string, index: number): unknown[] {
  const numeric = /^\[*(Int|Float)\b/.test(type);
  const some = (values: readonly unknown[], count: number): unknown[] =>
    fc.sample(fc.shuffledSubarray([...values], { minLength: count, maxLength: count }), {
      seed: index,
      numRuns: 1,
    })[0] ?? [];
  return [...some(numeric ? NUMBERS : TEXTS, 12), ...some(HOSTILE, 6)];
}

const SEED = { seed: 15, endOnFailure: true };

describe('no input causes a server fault', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('embedded', { COMPILE: 'on', ANSWER_CACHE_MB: '4' });
  });
  afterAll(() => server.close());

  /** Expects no server error, and a code on each client error. */
  function expectNoFault({ status, headers, body }: RawAnswer, sent: unknown): void {
    const seen = { sent, status, body: body.slice(0, 2000) };
    expect(status >= 500 ? seen : undefined).toBeUndefined();
    if (!/json/.test(headers['content-type'] ?? '')) {
      expect(status < 400 || body === '' ? undefined : seen).toBeUndefined();
      return;
    }
    const { errors = [] }: { errors?: { message: string; extensions?: { code?: string } }[] } =
      body === '' ? {} : JSON.parse(body);
    for (const { message, extensions } of errors) {
      expect(
        [undefined, 'INTERNAL_SERVER_ERROR'].includes(extensions?.code) ? seen : undefined,
      ).toBeUndefined();
      expect(message.length > 1001 ? seen : undefined).toBeUndefined();
    }
    expect(status >= 400 && errors.length === 0 && body !== '' ? seen : undefined).toBeUndefined();
  }

  async function ask(body: unknown): Promise<void> {
    const sent = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    expectNoFault(await rawRequest(server.url, '/graphql', { method: 'POST', headers, body: sent }), body);
  }

  const call = ({ field, within }: FieldPlace, args: string): string =>
    within(`${field.name}${args} ${selectionOf(field.type)}`);
  test.each(
    positionsOf(fields).map(
      (each, index) => [`${each.field.owner}.${each.field.field.name} ${each.path}`, each, index] as const,
    ),
  )('values of %s', async (_name, { field, type, argumentsWith }, index) => {
    const declared = type.toString();
    const required = declared.endsWith('!') ? declared : `${declared}!`;
    const query = `query ($v: ${required}) ${call(field, argumentsWith('$v'))}`;
    for (const value of valuesFor(declared, index)) await ask({ query, variables: { v: value } });
  });

  test('documents with parts cut, doubled, moved and inserted', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...TEXTS,
        '{',
        '}',
        '(',
        ')',
        '$',
        '@',
        '...',
        ':',
        '!',
        '[',
        ']',
        '#',
        '"""',
        'null',
        'on',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const change = fc.record({
      at: fc.nat(2000),
      length: fc.nat(200),
      to: fc.nat(2000),
      piece,
      kind: fc.constantFrom('cut', 'end', 'double', 'move', 'put'),
    });
    const documents = fc.tuple(
      fc.constantFrom(...OPERATIONS),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom('name', 'first', 'code', 'filter', 'query', 'id'),
        fc.constantFrom(...HOSTILE),
      ),
    );
    await fc.assert(
      fc.asyncProperty(documents, async ([operation, changes, variables]) => {
        const query = changes.reduce((text, { at: given, length, to, piece: put, kind }) => {
          const at = given % (text.length + 1);
          const rest = text.slice(at + length);
          if (kind === 'cut') return text.slice(0, at) + rest;
          if (kind === 'end') return text.slice(0, at);
          if (kind === 'double') return text.slice(0, at + length) + text.slice(at);
          if (kind === 'put') return text.slice(0, at) + put + text.slice(at);
          const without = text.slice(0, at) + rest;
          return without.slice(0, to) + text.slice(at, at + length) + without.slice(to);
        }, operation);
        await ask({ query, variables });
      }),
      { ...SEED, numRuns: 600 },
    );
  }, 60_000);

  test('bodies of arbitrary JSON and of arbitrary bytes', async () => {
    const json = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        '{ __typename }',
        '{ graph { version } }',
        'query A { __typename } query B { __typename }',
      ),
    );
    const persistedQuery = fc.oneof(
      json,
      fc.record({ version: fc.oneof(fc.constant(1), json), sha256Hash: json }),
    );
    const request = fc.record(
      {
        query: json,
        variables: json,
        operationName: json,
        extensions: fc.oneof(json, fc.record({ persistedQuery })),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(request, json, fc.array(request)), (body) => ask(body)),
      { ...SEED, numRuns: 600 },
    );
    const bytes = fc.uint8Array({ maxLength: 200 }).map((values) => Buffer.from(values));
    const spoilt = fc.tuple(request, fc.nat(100), bytes).map(([body, at, put]) => {
      const text = Buffer.from(JSON.stringify(body));
      return Buffer.concat([text.subarray(0, at), put.subarray(0, 4), text.subarray(at)]);
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, spoilt), (body) => ask(body)),
      { ...SEED, numRuns: 400 },
    );
    for (const sign of ['[', '{"a":', '{"variables":', '{"query":"{ __typename }","variables":{"a":'])
      await ask(sign.repeat(Math.floor(200_000 / sign.length)));
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const name of ['variables', 'extensions', 'operationName', 'other'])
      await ask(
        `{"query":"query ($f: ReformItemFilter) { reformItems(filter: $f) { totalCount } }","${name}":{"f":${nested}}}`,
      );
  }, 60_000);

  test('all kinds of methods, addresses and headers', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '*/*',
        'application/json',
        'application/graphql-response+json',
        'text/html',
        'x',
        ',',
        ';',
        '"',
        '=',
      ),
      fc.constantFrom(
        'application/json;q=x',
        'application/json; charset=',
        'a/b;c="d',
        '*',
        'W/"',
        'gzip;q=0',
        'br, *;q=9',
      ),
      fc.constantFrom(
        'x'.repeat(8000),
        '[',
        '[::1',
        'a b',
        'a:99999',
        '%',
        '//',
        'null',
        'keep-alive, x',
        '1',
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    );
    const header = fc.constantFrom(
      ...[
        'accept',
        'accept-encoding',
        'accept-charset',
        'content-type',
        'content-encoding',
        'host',
        'origin',
        'cookie',
      ],
      ...[
        'if-none-match',
        'if-match',
        'range',
        'x-explain',
        'x-forwarded-host',
        'x-forwarded-proto',
        'authorization',
      ],
      ...[
        'access-control-request-method',
        'x-http-method-override',
        'x-apollo-operation-name',
        'te',
        'forwarded',
      ],
    );
    const path = fc.oneof(
      fc.constantFrom(
        '/',
        '/graphql',
        '/graphql/',
        '/graphiql',
        '/schema.graphql',
        '/readyz',
        '/graphiql/assets/x',
        '/*',
      ),
      fc.constantFrom(
        '/graphql?',
        '/graphql?query',
        '/graphql?query=%7B',
        '/graphql?query=%FF',
        '/graphql?query=a&query=b',
      ),
      fc.constantFrom(
        '/graphql?query={__typename}',
        '/graphql?query=%7B__typename%7D&variables=',
        '/graphql#',
        '//graphql',
      ),
      fc.constantFrom(
        '/graphql?query=%7B__typename%7D&extensions=null',
        '/graphql?variables=[]',
        '/graphql;x?y',
        '/%2e%2e',
      ),
      fc.webPath().map((text) => (text.startsWith('/') ? text : `/${text}`)),
      fc.webQueryParameters().map((text) => `/graphql?${text}`),
    );
    const method = fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'DELETE',
      'PATCH',
      'OPTIONS',
      'TRACE',
      'PROPFIND',
      'M-SEARCH',
    );
    const body = fc.constantFrom(undefined, '', '{"query":"{ __typename }"}', '{', 'query=%7B__typename%7D');
    const requests = fc.record({
      method,
      path,
      headers: fc.dictionary(header, value, { maxKeys: 5 }),
      body,
    });
    await fc.assert(
      fc.asyncProperty(requests, async ({ method: name, path: address, headers, body: sent }) => {
        const hasBody = sent !== undefined && name !== 'HEAD' && name !== 'TRACE';
        const request = { method: name, headers, ...(hasBody ? { body: sent } : {}) };
        expectNoFault(await rawRequest(server.url, address, request), { address, ...request });
      }),
      { ...SEED, numRuns: 1000 },
    );
  }, 60_000);

  test('bytes that are barely HTTP', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        'GET / HTTP/1.1',
        'POST /graphql HTTP/1.1',
        'GET http://x/graphql HTTP/1.1',
        'GET * HTTP/1.1',
        'GET / HTTP/9',
      ),
      fc.constantFrom(
        'host: x',
        'host: [',
        'host: a b',
        'host:',
        'content-length: 5',
        'content-length: -1',
        'content-length: 1e9',
      ),
      fc.constantFrom(
        'transfer-encoding: chunked',
        'transfer-encoding: x',
        'expect: 100-continue',
        'expect: x',
        'upgrade: h2c',
      ),
      fc.constantFrom(
        'content-type: application/json',
        'connection: upgrade',
        ' folded',
        'no colon',
        '',
        '5',
        'zz',
        '0',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const answer = await exchange(`${lines.join('\r\n')}\r\n\r\n`);
        expect(answer).not.toMatch(/^HTTP\/1\.1 5|INTERNAL_SERVER_ERROR/m);
        for (const part of answer.split(/^(?=HTTP\/1\.1 )/m)) {
          const [head = '', sent = ''] = part.split('\r\n\r\n');
          // Node itself answers a request without a host, with an empty chunked body.
          const isEmpty = sent === '' || sent === '0';
          if (/^HTTP\/1\.1 4/.test(head) && !isEmpty) expect(sent).toMatch(/"extensions":\{"code":"[A-Z_]+"/);
        }
      }),
      { ...SEED, numRuns: 300 },
    );
  }, 60_000);

  /** Everything received until the server closes the connection. It may close as soon as it has sent everything. */
  const exchange = (text: string): Promise<string> => {
    const { hostname, port } = new URL(server.url);
    return new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(text));
      let answer = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
      socket.setTimeout(2000, () => socket.destroy());
    });
  };

  test('the server still works afterwards', async () => {
    await ask({ query: '{ graph { version } }' });
    expect((await rawRequest(server.url, '/readyz')).status).toBe(200);
  });
});
