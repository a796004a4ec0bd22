import { isIP } from 'node:net';
import { z } from 'zod';
import { ConfigInvalid } from './domain/errors.ts';

/** The `user:password` of a URL. The drivers ignore it, and it must not reach a log. */
const LOGIN_IN_URL = /(?<=:\/\/).*(?=@)/s;

function isGraphUrl(url: string): boolean {
  if (url === 'memory:' || /^file:./.test(url)) return true;
  return /^(bolt|neo4j)(\+s|\+ssc)?:/.test(url) && URL.canParse(url) && isServer(new URL(url));
}

/** A query string (after ?) is for routing, which bolt does not do; its driver rejects it. */
const isServer = ({ protocol, hostname, search }: URL): boolean =>
  hostname !== '' && (search === '' || protocol.startsWith('neo4j'));

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (address === 'loopback' && bits === undefined) return true;
  const width = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    rest.length === 0 && width > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= width))
  );
}

const wholeNumber = (of: string, least: number, most: number) =>
  z.coerce.number(of).int(`whole ${of}`).min(least, `at least ${least}`).max(most, `at most ${most}`);

/** Every setting: the name of its environment variable, its valid values, and its default. */
const schema = z.object({
  GRAPH_URL: z
    .string()
    .refine(isGraphUrl, 'file:PATH, memory:, or bolt:// or neo4j:// with a host and a port up to 65535')
    .refine(
      (url) => url.startsWith('file:') || !LOGIN_IN_URL.test(url),
      'no login here: set GRAPH_USER and GRAPH_PASSWORD, which are never printed',
    )
    .default('file:./data/graph.grafeo'),
  GRAPH_USER: z.string().min(1).default('neo4j'),
  GRAPH_PASSWORD: z.string().min(1).optional(),
  GRAPH_DATABASE: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('a port number')
    .int('a port number')
    .min(0, 'at least 0')
    .max(65535, 'at most 65535')
    .default(4000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter((origin) => origin !== ''),
    )
    .refine((list) => list.every((origin) => origin === '*' || /^https?:\/\/[^/]+$/.test(origin)), {
      message: 'origins such as https://example.org separated by commas, or *',
    }),
  QUERY_TIMEOUT_MS: wholeNumber('milliseconds', 100, 600_000).default(10_000),
  QUERY_MAX_LENGTH: wholeNumber('bytes', 100, 200_000).default(20_000),
  QUERY_MAX_OBJECTS: wholeNumber('objects', 1, 10_000_000).default(20_000),
  QUERY_MAX_DEPTH: wholeNumber('selections', 1, 1000).default(16),
  QUERY_MAX_ALIASES: wholeNumber('aliases', 0, 4000).default(30),
  QUERY_MAX_MS: wholeNumber('milliseconds', 1, 600_000).default(2000),
  QUEUE_MAX_MS: wholeNumber('milliseconds', 1, 3_600_000).default(20_000),
  QUEUE_MAX_CLIENT_MS: wholeNumber('milliseconds', 1, 3_600_000).default(4000),
  /** The proxies that are trusted to report a client's address. */
  TRUST_PROXY: z
    .string()
    .refine((list) => list === '' || list.split(',').every((proxy) => isProxy(proxy.trim())), {
      message: 'addresses such as 10.0.0.1 or 10.0.0.0/8, or loopback, separated by commas',
    })
    .default(''),
  GRAPH_FRESHNESS_MS: wholeNumber('milliseconds', 0, 60_000).default(1000),
  GRAPH_MAX_STALE_MS: wholeNumber('milliseconds', 0, 86_400_000).default(60_000),
  ANSWER_CACHE_MB: wholeNumber('megabytes', 0, 100_000).default(32),
  COMPILE: z.enum(['on', 'off', 'always']).default('on'),
  SEEDS: z.string().min(1).default('seeds'),
  /** Whether the server answers `x-explain: 1`. */
  EXPLAIN: z.enum(['on', 'off']),
});

export type Config = z.infer<typeof schema>;

export const CONFIG_NAMES = Object.keys(schema.shape) as (keyof Config)[];

/** Settings of former versions, and the advice for each. */
const GONE_SETTINGS: Readonly<Record<string, string>> = {
  ROW_CACHE_MB: 'rows are no longer kept, since answers come from the graph in memory: remove it',
};

/** A line for each environment variable that was once a setting and no longer has an effect. */
export const goneSettings = (environment: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(GONE_SETTINGS)
    .filter(([name]) => environment[name])
    .map(([name, whatToDo]) => `${name} has no effect: ${whatToDo}`);

/** @throws ConfigInvalid naming every invalid variable */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = {
    ...Object.fromEntries(CONFIG_NAMES.map((name) => [name, environment[name] || undefined])),
    EXPLAIN: environment.EXPLAIN || (environment.NODE_ENV === 'production' ? 'off' : 'on'),
  } as Record<keyof Config, string | undefined>;
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigInvalid(
    result.error.issues.map((issue) => {
      const name = String(issue.path[0]) as keyof Config;
      const shown = name === 'GRAPH_PASSWORD' ? '…' : JSON.stringify(given[name]?.replace(LOGIN_IN_URL, '…'));
      return `${name}=${shown}: ${issue.message}`;
    }),
  );
}
