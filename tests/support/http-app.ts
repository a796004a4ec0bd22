import type { AddressInfo } from 'node:net';
import { readConfig } from '../../src/config.ts';
import { createHttpServer, type HttpOptions } from '../../src/http/http-server.ts';
import { SnapshotSource } from '../../src/snapshot/snapshot-source.ts';
import { openEmptyStore } from './engines.ts';

export interface HttpApp {
  readonly url: string;
  close(): Promise<void>;
}

/** The HTTP listener over an empty graph, with options that no setting controls. */
export async function startHttpApp(options: HttpOptions): Promise<HttpApp> {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' });
  const store = await openEmptyStore('embedded');
  const snapshots = new SnapshotSource(store, { freshnessMs: 0, maxStaleMs: 0 });
  const app = await createHttpServer(store, config, snapshots, options);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}
