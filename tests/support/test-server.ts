import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/server/start-server.ts';
import type { Store } from '../../src/store/store.ts';
import { type EngineName, openEmptyStore } from './engines.ts';

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
  const store = wrap(await openEmptyStore(engine));
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...environment });
  const server = await startServer(store, config);
  await server.ready;
  return { ...server, store };
}
