import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { CONFIG_NAMES } from '../../src/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const service = z.object({
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  ports: z.array(z.string()),
  restart: z.string(),
  stop_grace_period: z.string(),
});
const { services, volumes } = z
  .object({
    services: z.strictObject({
      neo4j: service.extend({
        image: z.string(),
        volumes: z.array(z.string()),
        healthcheck: z.object({ test: z.array(z.string()) }),
      }),
      server: service.extend({
        build: z.string(),
        depends_on: z.object({ neo4j: z.object({ condition: z.string() }) }),
        read_only: z.boolean(),
        cap_drop: z.array(z.string()),
      }),
    }),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(read('docker-compose.yml')));
const { neo4j, server } = services;

const lines = read('Dockerfile').split('\n');
const sources = lines
  .filter((line) => line.startsWith('COPY ') && !line.startsWith('COPY --from'))
  .flatMap((line) => line.split(' ').slice(1, -1))
  .map((path) => path.replace(/^\.\//, ''));
/** Expands `${NAME:-default}` as compose does if the environment has no NAME. */
const withDefaults = (text: string | number | undefined): string =>
  String(text).replace(/\$\{\w+:-([^}]*)\}/g, '$1');

describe('docker-compose.yml', () => {
  test('runs the same Neo4j version as the tests', () => {
    const version = /<neo4j\.version>([\d.]+)</.exec(read('tests/support/neo4j/pom.xml'))?.[1];
    expect(version).toMatch(/^5\.26\.\d+$/);
    expect(neo4j.image).toBe(`neo4j:${version}-community`);
  });

  test('keeps the data in a named volume', () => {
    const names = neo4j.volumes.map((volume) => volume.split(':')[0]);
    expect(neo4j.volumes).toContain('neo4j-data:/data');
    expect(Object.keys(volumes)).toEqual(names);
  });

  test('starts the server when Neo4j answers', () => {
    expect(neo4j.healthcheck.test).toContain('http://127.0.0.1:7474');
    expect(server.depends_on.neo4j.condition).toBe('service_healthy');
  });

  test('publishes ports on the loopback interface only', () => {
    for (const port of [...neo4j.ports, ...server.ports]) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(server.ports.map(withDefaults)).toEqual([`127.0.0.1:4000:${server.environment.PORT}`]);
  });

  test('gives the server only known settings, and gives both the same login', () => {
    for (const name of Object.keys(server.environment)) expect(CONFIG_NAMES).toContain(name);
    const { GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD } = server.environment;
    expect(GRAPH_URL).toBe('bolt://neo4j:7687');
    expect(neo4j.environment.NEO4J_AUTH).toBe(`${GRAPH_USER}/${GRAPH_PASSWORD}`);
    expect(withDefaults(GRAPH_PASSWORD).length).toBeGreaterThanOrEqual(8); // Neo4j refuses shorter passwords
  });

  test('sends no usage reports', () => {
    expect(neo4j.environment).toMatchObject({
      NEO4J_dbms_usage__report_enabled: 'false',
      NEO4J_server_bolt_telemetry_enabled: 'false',
      NEO4J_client_allow__telemetry: 'false',
    });
  });

  test('restarts both, gives them time to stop, and gives the server no write access and no extra privileges', () => {
    for (const { restart, stop_grace_period } of [neo4j, server]) {
      expect(restart).toBe('unless-stopped');
      expect(stop_grace_period).toMatch(/^\d+(s|m)$/);
    }
    expect(server).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });
});

describe('Dockerfile', () => {
  test('copies only existing files, and .dockerignore admits exactly those', () => {
    for (const source of sources) expect(existsSync(join(ROOT, source))).toBe(true);
    const rules = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules).toEqual(['*', ...sources.map((source) => `!${source}`)]);
  });

  test('has the folders that the server reads at run time', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM '))).join('\n');
    for (const folder of ['dist', 'node_modules', 'cypher', 'schema', 'seeds', 'playground'])
      expect(last).toMatch(new RegExp(`^COPY .*\\b${folder} \\./${folder}$`, 'm'));
  });

  test('runs the server directly, not as root, and checks that it is alive', () => {
    expect(lines).toContain('USER 1000:1000');
    const { start } = JSON.parse(read('package.json')).scripts;
    expect(lines).toContain(
      `CMD [${start
        .split(' ')
        .map((word: string) => `"${word}"`)
        .join(', ')}]`,
    );
    expect(read('Dockerfile')).toMatch(/HEALTHCHECK [^\n]*\\\n {2}CMD \["node", "-e", "fetch\(.*\/livez/);
  });

  test('uses a Debian with glibc 2.34 or newer, the same in both stages', () => {
    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1]);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:\d+-(bookworm|trixie)-slim$/);
  });
});
