import { CONFIG_NAMES, type Config, goneSettings, readConfig } from '../../src/config.ts';
import { ConfigInvalid } from '../../src/domain/errors.ts';

const refuse = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigInvalid);
    return (error as ConfigInvalid).message.split('\n');
  }
  throw new Error('nothing was refused');
};

const DEFAULTS: Config = {
  GRAPH_URL: 'file:./data/graph.grafeo',
  GRAPH_USER: 'neo4j',
  HOST: '127.0.0.1',
  PORT: 4000,
  LOG_LEVEL: 'info',
  CORS_ORIGINS: [],
  QUERY_TIMEOUT_MS: 10_000,
  QUERY_MAX_LENGTH: 20_000,
  QUERY_MAX_OBJECTS: 20_000,
  QUERY_MAX_DEPTH: 16,
  QUERY_MAX_ALIASES: 30,
  QUERY_MAX_MS: 2000,
  QUEUE_MAX_MS: 20_000,
  QUEUE_MAX_CLIENT_MS: 4000,
  TRUST_PROXY: '',
  GRAPH_FRESHNESS_MS: 1000,
  GRAPH_MAX_STALE_MS: 60_000,
  ANSWER_CACHE_MB: 32,
  COMPILE: 'on',
  SEEDS: 'seeds',
  EXPLAIN: 'on',
};

test('uses the defaults if nothing is set', () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

test('does not explain in production unless configured to', () => {
  expect(readConfig({ NODE_ENV: 'production' }).EXPLAIN).toBe('off');
  expect(readConfig({ NODE_ENV: 'production', EXPLAIN: 'on' }).EXPLAIN).toBe('on');
  expect(refuse({ EXPLAIN: 'yes' })).toEqual([expect.stringContaining('EXPLAIN="yes"')]);
});

test('treats an empty value as not set', () => {
  expect(readConfig(Object.fromEntries(CONFIG_NAMES.map((name) => [name, ''])))).toEqual(DEFAULTS);
});

test('reads every variable', () => {
  const config: Config = {
    GRAPH_URL: 'neo4j+s://graph.example.org:7687',
    GRAPH_USER: 'reader',
    GRAPH_PASSWORD: 'geheim',
    GRAPH_DATABASE: 'policy',
    HOST: '::1',
    PORT: 0,
    LOG_LEVEL: 'silent',
    CORS_ORIGINS: ['https://a.example', 'http://b.example:8080'],
    QUERY_TIMEOUT_MS: 100,
    QUERY_MAX_LENGTH: 100,
    QUERY_MAX_OBJECTS: 1,
    QUERY_MAX_DEPTH: 1,
    QUERY_MAX_ALIASES: 0,
    QUERY_MAX_MS: 1,
    QUEUE_MAX_MS: 1,
    QUEUE_MAX_CLIENT_MS: 1,
    TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::1',
    GRAPH_FRESHNESS_MS: 0,
    GRAPH_MAX_STALE_MS: 0,
    ANSWER_CACHE_MB: 100_000,
    COMPILE: 'off',
    SEEDS: '/srv/seeds',
    EXPLAIN: 'off',
  };
  expect(
    readConfig({
      ...Object.fromEntries(Object.entries(config).map(([name, value]) => [name, String(value)])),
      CORS_ORIGINS: ' https://a.example , http://b.example:8080,',
      PATH: '/usr/bin',
    }),
  ).toEqual(config);
  expect(Object.keys(config)).toEqual(CONFIG_NAMES);
});

describe('GRAPH_URL', () => {
  test.each([
    'file:./a',
    'file:/tmp/a@b.grafeo',
    'file:///tmp/a@b.grafeo',
    'memory:',
    'bolt://127.0.0.1',
    'bolt+ssc://[::1]:7687',
    'neo4j://h:1/db',
    'neo4j://h?policy=eu',
  ])('accepts %s', (url) => {
    expect(readConfig({ GRAPH_URL: url }).GRAPH_URL).toBe(url);
  });

  test.each([
    'graph.grafeo',
    'file:',
    'memory',
    'memory:x',
    'http://localhost',
    'bolt://',
    'bolt://:7687',
    'bolt://localhost:76870',
    'neo4j://a b',
    'neo4j+x://h',
    'bolt://h?policy=eu',
  ])('refuses %s', (url) => {
    expect(refuse({ GRAPH_URL: url })).toEqual([
      `GRAPH_URL="${url}": file:PATH, memory:, or bolt:// or neo4j:// with a host and a port up to 65535`,
    ]);
  });
});

describe('names each bad variable and the values it takes', () => {
  test.each([
    ['PORT', 'http', /port number/],
    ['PORT', '-1', /at least 0/],
    ['PORT', '65536', /at most 65535/],
    ['PORT', '80.5', /port number/],
    ['LOG_LEVEL', 'verbose', /fatal.*silent/],
    ['QUERY_TIMEOUT_MS', '10s', /milliseconds/],
    ['QUERY_TIMEOUT_MS', '99', /at least 100/],
    ['QUERY_TIMEOUT_MS', '600001', /at most 600000/],
    ['QUERY_TIMEOUT_MS', '1000.5', /whole milliseconds/],
    ['QUERY_MAX_OBJECTS', '0', /at least 1/],
    ['TRUST_PROXY', 'true', /10\.0\.0\.1/],
    ['TRUST_PROXY', '10.0.0.0/33', /separated by commas/],
    ['TRUST_PROXY', '10.0.0.1,', /separated by commas/],
    ['TRUST_PROXY', '10.0.0.0/8/8', /separated by commas/],
    ['CORS_ORIGINS', 'example.org', /https:\/\/example\.org/],
    ['CORS_ORIGINS', 'https://a.example,https://b.example/path', /separated by commas/],
  ])('%s=%s', (name, value, takes) => {
    const [message, ...others] = refuse({ [name]: value });
    expect(others).toEqual([]);
    expect(message?.startsWith(`${name}="${value}": `)).toBe(true);
    expect(message?.slice(`${name}="${value}": `.length)).toMatch(takes);
  });

  test('reports all bad variables at once', () => {
    const bad = { GRAPH_URL: 'x', PORT: 'x', LOG_LEVEL: 'x', CORS_ORIGINS: 'x', QUERY_TIMEOUT_MS: 'x' };
    expect(refuse({ ...bad, HOST: 'ok' }).map((line) => line.split('=')[0])).toEqual(
      Object.keys(bad).sort(byConfig),
    );
  });
});

const byConfig = (a: string, b: string): number =>
  CONFIG_NAMES.indexOf(a as keyof Config) - CONFIG_NAMES.indexOf(b as keyof Config);

describe('a removed setting', () => {
  test('is named with the replacement', () => {
    expect(goneSettings({ ROW_CACHE_MB: '64', PORT: '1' })).toEqual([
      expect.stringMatching(/^ROW_CACHE_MB has no effect: .*remove it$/),
    ]);
  });

  test('is not reported if it is not set', () => {
    expect(goneSettings({ ROW_CACHE_MB: '', PORT: '1' })).toEqual([]);
  });
});

describe('never prints a password', () => {
  test.each([
    'neo4j://neo4j:geheim@127.0.0.1',
    'bolt://neo4j:ge/heim@x:geheim@127.0.0.1:7687',
    'http://neo4j:geheim@127.0.0.1',
    'neo4j://geheim@127.0.0.1',
  ])('%s', (url) => {
    const message = refuse({ GRAPH_URL: url, GRAPH_PASSWORD: 'geheim', PORT: 'x' }).join('\n');
    expect(message).toContain('GRAPH_URL=');
    expect(message).toContain('GRAPH_PASSWORD');
    expect(message).not.toMatch(/heim/);
  });

  test('is not shown if another variable is wrong', () => {
    expect(refuse({ PORT: 'x', GRAPH_PASSWORD: 'geheim' }).join('\n')).not.toContain('geheim');
  });
});
