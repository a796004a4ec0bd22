import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../config.ts';
import { openStore } from '../store/open-store.ts';
import type { Store, StoreOptions } from '../store/store.ts';

type Opening = Pick<StoreOptions, 'readOnly'>;

/** Opens the graph that the environment names. @throws StoreUnavailable, StoreLocked, StoreReadOnly, StoreFull */
export function openConfigured(config: Config, opening: Opening = {}): Promise<Store> {
  const login = { user: config.GRAPH_USER, password: config.GRAPH_PASSWORD, database: config.GRAPH_DATABASE };
  return openStore(config.GRAPH_URL, login, { timeoutMs: config.QUERY_TIMEOUT_MS, ...opening });
}

type Work<T> = (store: Store, config: Config) => Promise<T>;

/** Opens the graph for the length of some work, and closes it whatever happens. */
export const withStore = <T>(work: Work<T>): Promise<T> => using(readConfig(process.env), {}, work);

/** The same for work that leaves nothing behind: where there is no file yet it gets an empty graph in memory. */
export function withExistingStore<T>(opening: Opening, work: Work<T>): Promise<T> {
  const config = readConfig(process.env);
  const [, file] = /^file:(.*)$/.exec(config.GRAPH_URL) ?? [];
  return using(
    file === undefined || existsSync(file) ? config : { ...config, GRAPH_URL: 'memory:' },
    opening,
    work,
  );
}

async function using<T>(config: Config, opening: Opening, work: Work<T>): Promise<T> {
  const store = await openConfigured(config, opening);
  let result: T;
  try {
    result = await work(store, config);
  } catch (error) {
    // Why the work failed is told, and not what came of it.
    await store.close().catch(() => undefined);
    throw error;
  }
  await store.close();
  return result;
}
