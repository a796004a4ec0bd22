import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** Opens the graph that the environment names. @throws ConfigInvalid, StoreUnavailable, StoreLocked */
export function openConfigured(config: Config): Promise<Store> {
  const login = { user: config.GRAPH_USER, password: config.GRAPH_PASSWORD, database: config.GRAPH_DATABASE };
  return openStore(config.GRAPH_URL, login, { timeoutMs: config.QUERY_TIMEOUT_MS });
}

type Work<T> = (store: Store, config: Config) => Promise<T>;

/** Opens the graph for the length of some work, and closes it whatever happens. */
export const withStore = <T>(work: Work<T>): Promise<T> => using(readConfig(process.env), work);

/** The same for work that leaves nothing behind: where there is no file yet it gets an empty graph in memory. */
export function withStoreThatIs<T>(work: Work<T>): Promise<T> {
  const config = readConfig(process.env);
  const [, file] = /^file:(.*)$/.exec(config.GRAPH_URL) ?? [];
  return using(file === undefined || existsSync(file) ? config : { ...config, GRAPH_URL: 'memory:' }, work);
}

async function using<T>(config: Config, work: Work<T>): Promise<T> {
  const store = await openConfigured(config);
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}
