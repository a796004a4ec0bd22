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

/** Opens the graph, runs the work, and always closes the graph. */
export const withStore = <T>(work: Work<T>): Promise<T> => using(readConfig(process.env), {}, work);

/** The same for work that writes nothing: if there is no file yet, it gets an empty graph in memory. */
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
    // Report why the work failed, not an error that follows from it.
    await store.close().catch(() => undefined);
    throw error;
  }
  await store.close();
  return result;
}
