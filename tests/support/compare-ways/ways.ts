import { readConfig } from '../../../src/config.ts';
import { type RunningServer, startServer } from '../../../src/http/start-server.ts';
import type { Store } from '../../../src/store/store.ts';
import type { GeneratedOperation } from '../operation-generator/generated-operation.ts';
import { type Answer, KeepAliveClient } from './keep-alive-client.ts';

/** The ways in which a server can execute an operation, by settings. Each operation is sent `uses` times per way. */
export const WAYS = {
  /** Only graphql-js, the reference for the right answer. */
  off: { settings: { COMPILE: 'off', ANSWER_CACHE_MB: '0' }, uses: 2 },
  on: { settings: { COMPILE: 'on', ANSWER_CACHE_MB: '0' }, uses: 6 },
  always: { settings: { COMPILE: 'always', ANSWER_CACHE_MB: '0' }, uses: 6 },
  /** With answers cached, as in a server with default settings. */
  served: { settings: {}, uses: 2 },
} as const satisfies Record<string, { settings: Record<string, string>; uses: number }>;
export type Way = keyof typeof WAYS;
export const wayNames = Object.keys(WAYS) as Way[];

/** Sends the operation once. */
export type Execute = (operation: GeneratedOperation, way: Way) => Promise<Answer>;

export interface RunningWays {
  readonly execute: Execute;
  /** The same, with the `x-explain` part of the answer. */
  readonly explain: Execute;
  urlOf(way: Way): string;
  close(): Promise<void>;
}

/** One server for each way, all on the same store. */
export async function startWays(store: Store): Promise<RunningWays> {
  const shared = withoutClose(store);
  const running = new Map<Way, { server: RunningServer; client: KeepAliveClient }>();
  for (const way of wayNames) {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...WAYS[way].settings });
    const server = await startServer(shared, config);
    await server.ready;
    running.set(way, { server, client: new KeepAliveClient(server.url) });
  }
  const of = (way: Way) => running.get(way) as { server: RunningServer; client: KeepAliveClient };
  return {
    execute: (operation, way) => of(way).client.post(operation),
    explain: (operation, way) => of(way).client.post(operation, { 'x-explain': '1' }),
    urlOf: (way) => of(way).server.url,
    close: async () => {
      for (const { server, client } of running.values()) {
        client.close();
        await server.close();
      }
      await store.close();
    },
  };
}

const withoutClose = (store: Store): Store =>
  new Proxy(store, {
    get: (target, property) => {
      if (property === 'close') return async () => undefined;
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
