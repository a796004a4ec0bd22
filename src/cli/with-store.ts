import { type Config, readConfig } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** Opens the graph that the environment names. @throws ConfigInvalid, StoreUnavailable, StoreLocked */
export function openConfigured(config: Config): Promise<Store> {
  const login = { user: config.GRAPH_USER, password: config.GRAPH_PASSWORD, database: config.GRAPH_DATABASE };
  return openStore(config.GRAPH_URL, login, { timeoutMs: config.QUERY_TIMEOUT_MS });
}

/** Opens the graph for the length of some work, and closes it whatever happens. */
export async function withStore<T>(work: (store: Store, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const store = await openConfigured(config);
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}
