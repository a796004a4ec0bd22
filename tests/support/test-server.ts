import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/http/start-server.ts';
import type { Store } from '../../src/store/store.ts';
import { type EngineName, openEmptyStore, TIMEOUT_MS } from './engines.ts';

/** For suites with many different filters. Neo4j plans each of them, which takes seconds on a busy machine. */
export const PATIENT = { QUERY_TIMEOUT_MS: '25000' };

/** Sends every statement: caches nothing, compiles nothing, and checks the version for each request. */
export const CACHES_OFF = {
  ANSWER_CACHE_MB: '0',
  COMPILE: 'off',
  GRAPH_FRESHNESS_MS: '0',
};
/** All suites can run with or without caches (`CACHES=off`) and must not see a difference. */
const CACHES = process.env.CACHES === 'off' ? CACHES_OFF : { COMPILE: 'always' };

export interface TestServer {
  readonly url: string;
  readonly store: Store;
  close(): Promise<void>;
}

/** The real server on a free port, filled with the real bulletin. */
export async function startTestServer(
  engine: EngineName = 'embedded',
  environment: Record<string, string> = {},
  wrap: (store: Store) => Store = (store) => store,
): Promise<TestServer> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...CACHES, ...environment });
  // At least the usual timeout, because the store is first filled through this connection.
  const store = wrap(await openEmptyStore(engine, Math.max(TIMEOUT_MS, config.QUERY_TIMEOUT_MS)));
  const server = await startServer(store, config);
  await server.ready;
  return { ...server, store };
}
