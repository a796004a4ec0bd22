import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { temporaryFolder } from '../unit/ingest/bulletin-files.ts';
import { dumpGraph } from './graph-dump.ts';
import { type Running, runCli, startCli } from './run-cli.ts';

jest.setTimeout(120_000);
const folder = temporaryFolder();
const environmentOf = (name: string, more: Record<string, string> = {}) => ({
  GRAPH_URL: `file:${join(folder, `${name}.grafeo`)}`,
  PORT: '0',
  LOG_LEVEL: 'silent',
  ...more,
});

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;
const serve = (environment: Record<string, string>, ...args: string[]): Running =>
  startCli(['serve', ...args], environment);
const urlOf = async (server: Running): Promise<string> => ADDRESS.exec(await server.line(ADDRESS))?.[0] ?? '';

const answer = z.object({ data: z.object({ graph: z.object({ version: z.int() }) }) });
async function versionAt(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ graph { version } }' }),
  });
  expect(response.status).toBe(200);
  return answer.parse(await response.json()).data.graph.version;
}

test('serves on a free port, ends within 10 s of SIGTERM, and finds its graph again', async () => {
  const environment = environmentOf('again');
  const first = serve(environment);
  const line = await first.line(ADDRESS);
  const url = ADDRESS.exec(line)?.[0] ?? '';
  expect(line).toContain(`${url}/graphql`);
  expect(line).toContain(`${url}/graphiql`);
  expect(new URL(url).port).not.toBe('0');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await versionAt(url)).toBe(1);

  const asked = Date.now();
  first.child.kill('SIGTERM');
  expect(await first.finished).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(Date.now() - asked).toBeLessThan(10_000);
  await expect(fetch(url)).rejects.toThrow();
  const left = await dumpGraph(join(folder, 'again.grafeo'));
  expect([left.version, left.nodes.length, left.relationships.length]).toEqual([1, 288, 462]);

  const second = serve(environment);
  expect(await versionAt(await urlOf(second))).toBe(1);
  second.child.kill('SIGINT');
  expect(await second.finished).toMatchObject({ code: 0, signal: null });
  expect(await dumpGraph(join(folder, 'again.grafeo'))).toEqual(left);
});

test('a signal during startup ends it at once, and leaves nothing or the whole bulletin', async () => {
  const file = join(folder, 'starting.grafeo');
  const server = serve(environmentOf('starting'));
  while (!existsSync(`${file}.wal`) && server.child.exitCode === null) await pause(1);
  server.child.kill('SIGTERM');
  expect(await server.finished).toMatchObject({ code: 0, signal: null, stdout: '', stderr: '' });
  const { version, nodes, relationships } = await dumpGraph(file);
  expect([
    [0, 0, 0],
    [1, 288, 462],
  ]).toContainEqual([version, nodes.length, relationships.length]);
});

test('serve --json: the address as one document', async () => {
  const server = serve(environmentOf('json'), '--json');
  const url = await urlOf(server);
  server.child.kill('SIGTERM');
  const { code, stdout } = await server.finished;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ url });
});

test('an obsolete setting causes a one-line warning at startup', async () => {
  const server = serve(environmentOf('gone', { LOG_LEVEL: 'warn', ROW_CACHE_MB: '64' }));
  await urlOf(server);
  server.child.kill('SIGTERM');
  const { code, stdout } = await server.finished;
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => line.includes('ROW_CACHE_MB has no effect'))).toHaveLength(1);
});

test('an open connection does not prevent shutdown', async () => {
  const server = serve(environmentOf('open'));
  const url = await urlOf(server);
  // undici keeps this connection open for the next request
  await (await fetch(`${url}/livez`)).text();
  const asked = Date.now();
  server.child.kill('SIGTERM');
  expect(await server.finished).toMatchObject({ code: 0, signal: null });
  expect(Date.now() - asked).toBeLessThan(10_000);
});

test('a second server on the same file ends with 1 and suggests Neo4j; the first continues', async () => {
  const environment = environmentOf('shared');
  const first = serve(environment);
  const url = await urlOf(first);
  for (const args of [['serve'], ['import', 'seeds/tianjin-7.txt'], ['stats']]) {
    const { code, stdout, stderr } = await runCli(args, environment);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`${join(folder, 'shared.grafeo')} is open in another process`);
    expect(stderr).toContain('use Neo4j instead: GRAPH_URL=bolt://127.0.0.1:7687');
    expect(stderr).toContain('(STORE_LOCKED)');
  }
  expect(await versionAt(url)).toBe(1);
});

test('a port in use: exit code 1, with the port and a fix', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  try {
    const { code, stdout, stderr } = await runCli(['serve'], environmentOf('taken', { PORT: port }));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`PORT=${port}: taken by another program on 127.0.0.1; choose another`);
    expect(stderr).not.toMatch(/\n\s+at /);
  } finally {
    other.close();
  }
});

test('a host that is not this machine', async () => {
  // 192.0.2.0/24 is reserved for documentation: no machine has it
  const { code, stderr } = await runCli(['serve'], environmentOf('host', { HOST: '192.0.2.1' }));
  expect(code).toBe(1);
  expect(stderr).toContain('HOST=192.0.2.1: not an address of this machine');
});
