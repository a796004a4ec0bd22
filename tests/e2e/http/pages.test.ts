import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buildClientSchema, buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { OPERATIONS_DIRECTORY } from '../../../src/server/operations.ts';
import { printSdl } from '../../../src/server/print-sdl.ts';
import { ask } from '../../support/ask.ts';
import { countingStore } from '../../support/counting-store.ts';
import { bulletinRows, importRows } from '../../support/edited-bulletin.ts';
import { type RawAnswer, rawRequest } from '../../support/raw-http.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ASSETS = readdirSync(join(ROOT, 'playground/assets'));
const HAN = /[\u4e00-\u9fff]/;

/** The links of an HTML page. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string);
/** The rows of a page's tables: Chinese name, then number. */
const countsOf = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/<th scope="row">([^ <]+).*?<td>(\d+)<\/td>/g)].map(([, gloss, count]) => [
      gloss,
      Number(count),
    ]),
  );

describe('pages', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  const get = (path: string, method = 'GET'): Promise<RawAnswer> => rawRequest(server.url, path, { method });

  test('the landing page is in Chinese and counts the nodes and relationships of the graph', async () => {
    const { status, headers, body } = await get('/');
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(body).toMatch(/<html lang="zh-CN">/);
    expect(countsOf(body)).toEqual({
      改革事项: 43,
      单位: 23 + 15, // responsible, and only named
      试点片区: 6,
      主题: 39, // 30 below 9
      推广范围: 2,
      批次: 1,
      文件: 8,
      机构: 60,
      首创: 25,
      数据: 45,
      时间节点: 21,
      负责: 57,
      试点于: 33,
      主题为: 69,
      推广至: 43,
      写明: 25 + 45 + 21,
      引用: 8,
      提到: 63,
      提到单位: 16,
      发布于: 43,
      从属于主题: 30,
      属于: 5, // areas and linked zones to the whole zone
      管理: 4, // among the agencies, the whole zone, 中心商务, 生态城 and 高新区 have their own authority
    });
    expect(body).toContain('天津自贸试验区第七批复制推广改革试点经验（tj-7）');
    expect(body).toContain('图版本 1');
    expect(body).not.toContain('图还是空的');
  });

  test('every link of the pages works, and none leads to another server', async () => {
    for (const page of ['/', '/graphiql']) {
      const { body } = await get(page);
      const links = linksOf(body).filter((link) => link !== 'data:,'); // no favicon
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) {
        expect(link).toMatch(/^\/[^/]/);
        expect([page, link, (await get(link)).status]).toEqual([page, link, 200]);
      }
    }
    expect(linksOf((await get('/')).body)).toEqual(
      expect.arrayContaining(['/graphiql', '/schema.graphql', '/readyz']),
    );
  });

  test('the playground is in Chinese and runs no inline script', async () => {
    const { headers, body } = await get('/graphiql');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/<title>[^<]*[\u4e00-\u9fff][^<]*<\/title>/);
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  test.each(ASSETS)('/graphiql/assets/%s', async (name) => {
    const { status, headers } = await get(`/graphiql/assets/${name}`);
    const types: Record<string, RegExp> = {
      '.js': /^text\/javascript; charset=utf-8$/,
      '.css': /^text\/css; charset=utf-8$/,
      '.ttf': /^font\/ttf$/,
    };
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(types[extname(name)] ?? /no type is known/);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(Number(headers['content-length'])).toBe(statSync(join(ROOT, 'playground/assets', name)).size);
    expect((await get(`/graphiql/assets/${name}`, 'HEAD')).status).toBe(200);
  });

  test('the playground lists every stored operation with a Chinese title', async () => {
    const { headers, body } = await get('/graphiql/operations.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const operations: { name: string; title: string; query: string; variables: string }[] = JSON.parse(body);
    expect(operations).toHaveLength(readdirSync(OPERATIONS_DIRECTORY).length);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
    expect(new Set(operations.map(({ title }) => title)).size).toBe(operations.length);
    const schema = buildSchema((await get('/schema.graphql')).body);
    for (const operation of operations) {
      expect(Object.keys(operation)).toEqual(['name', 'title', 'query', 'variables']);
      expect(operation.title).toMatch(HAN);
      expect(operation.query).toMatch(/^# .*[\u4e00-\u9fff]/);
      expect(operation.query).not.toMatch(/^# (statements|variables):/m);
      expect([operation.name, validate(schema, parse(operation.query))]).toEqual([operation.name, []]);
      if (operation.variables !== '') expect(JSON.parse(operation.variables)).toEqual(expect.any(Object));
    }
  });

  test('/schema.graphql is the committed file, parses, and equals the introspection result', async () => {
    const { headers, body } = await get('/schema.graphql');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toBe(readFileSync(join(ROOT, 'schema/schema.graphql'), 'utf8'));
    expect(buildSchema(body).getQueryType()?.name).toBe('Query');
    const introspected = buildClientSchema(await ask(server.url, getIntrospectionQuery()));
    expect(printSdl(introspected)).toBe(body);
  });

  test('health', async () => {
    expect(JSON.parse((await get('/livez')).body)).toEqual({ status: 'ok' });
    expect(JSON.parse((await get('/readyz')).body)).toEqual({ status: 'ok', engine: 'embedded' });
  });

  test('no favicon, and no error about it', async () => {
    expect((await get('/favicon.ico')).status).toBe(204);
  });

  test.each([
    '/',
    '/graphiql',
    '/graphiql/operations.json',
    '/schema.graphql',
    '/landing.css',
    '/livez',
    '/readyz',
  ])('HEAD %s is GET without the body', async (path) => {
    const [head, whole] = await Promise.all([get(path, 'HEAD'), get(path)]);
    expect(head.status).toBe(200);
    expect(head.body).toBe('');
    for (const name of ['content-type', 'content-length', 'content-security-policy'])
      expect([name, head.headers[name]]).toEqual([name, whole.headers[name]]);
  });

  test.each([
    ['GET', '/nothing'],
    ['GET', '/graphiql/assets'],
    ['GET', '/graphiql/assets/'],
    ['GET', '/graphiql/assets/nothing.js'],
    ['POST', '/nothing'],
    ['GET', '/graphql//'],
    ['GET', `/${'x'.repeat(5000)}`],
  ])('%s %s: 404, with the common error shape', async (method, path) => {
    const { status, headers, body } = await get(path, method);
    expect([status, headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
    const { errors } = JSON.parse(body);
    expect(errors).toEqual([
      {
        message: `there is nothing at ${method} ${path.slice(0, 100)}; start at /`,
        extensions: { code: 'NOT_FOUND', retryable: false },
      },
    ]);
  });

  test('shows any title as plain text', async () => {
    const title = '<script>alert("1")</script>&公报';
    await importRows(server.store, bulletinRows().slice(0, 1), 9, title);
    const { body } = await get('/');
    expect(body).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;公报（tj-9）');
    expect(body).not.toContain('<script');
  });
});

test('builds the landing page once per graph version', async () => {
  const counter = countingStore();
  const server = await startTestServer('embedded', {}, counter.wrap);
  try {
    const page = async (): Promise<string> => (await rawRequest(server.url, '/')).body;
    const first = await page();
    counter.reset();
    expect([await page(), await page()]).toEqual([first, first]);
    expect(counter.files()).toEqual([]);
    await importRows(server.store, bulletinRows().slice(0, 1), 9, '第九批');
    const pages = await Promise.all([page(), page(), page()]);
    expect(pages[0]).toContain('第九批（tj-9）');
    expect(new Set(pages).size).toBe(1);
    counter.reset();
    expect(await page()).toBe(pages[0]);
    expect(counter.files()).toEqual([]);
  } finally {
    await server.close();
  }
});

test('an empty graph: the page says how to fill it, and every page answers', async () => {
  const seeds = mkdtempSync(join(tmpdir(), 'policy-graph-'));
  for (const name of ['agencies', 'zones', 'themes', 'regions']) {
    copyFileSync(join(ROOT, 'seeds', `${name}.yaml`), join(seeds, `${name}.yaml`));
  }
  cpSync(join(ROOT, 'seeds', 'facts'), join(seeds, 'facts'), { recursive: true });
  const server = await startTestServer('embedded', { SEEDS: seeds });
  try {
    const { status, body } = await rawRequest(server.url, '/');
    expect(status).toBe(200);
    expect(body).toContain('图还是空的');
    expect(countsOf(body)).toEqual({});
    const data = await ask(
      server.url,
      `{ graph { version builtAt nodes { count } relationships { count } sources { code } }
         reformItems { totalCount edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
         agencies { totalCount } regions { name } batches { code } coOwnerships { totalCount nodes { jaccard } }
         agency(name: "天津海关") { name } }`,
    );
    expect(data).toEqual({
      graph: { version: 0, builtAt: null, nodes: [], relationships: [], sources: [] },
      reformItems: {
        totalCount: 0,
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      },
      agencies: { totalCount: 0 },
      regions: [],
      batches: [],
      coOwnerships: { totalCount: 0, nodes: [] },
      agency: null,
    });
  } finally {
    await server.close();
    rmSync(seeds, { recursive: true });
  }
});
