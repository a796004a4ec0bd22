import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { type EngineName, neo4jLogin, neo4jUrl, openEngine, TIMEOUT_MS } from './engines.ts';

interface LosableStore {
  readonly store: Store;
  /** From now on the engine is unreachable: Neo4j's connections are cut, or the embedded engine is closed. */
  lose(): Promise<void>;
}

export async function openLosableStore(engine: EngineName): Promise<LosableStore> {
  if (engine === 'embedded') {
    const store = await openEngine(engine);
    return { store, lose: () => store.close() };
  }
  const { hostname, port } = new URL(neo4jUrl());
  const sockets = new Set<Socket>();
  const relay = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const url = `bolt://127.0.0.1:${(relay.address() as AddressInfo).port}`;
  const store = await openStore(url, neo4jLogin(), { timeoutMs: TIMEOUT_MS });
  return {
    store,
    lose: async () => {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
