/**
 * Serves a graph in memory from a separate process: `node --expose-gc --import tsx serve-in-child.ts`. Reads settings
 * from its environment. Prints its address; then, for each line of input, the number of heap bytes in use.
 */
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/http/start-server.ts';
import { openStore } from '../../src/store/open-store.ts';

const config = readConfig({ ...process.env, GRAPH_URL: 'memory:', PORT: '0', LOG_LEVEL: 'silent' });
const store = await openStore(config.GRAPH_URL, {}, { timeoutMs: config.QUERY_TIMEOUT_MS });
await store.ensureSchema();
const server = await startServer(store, config);
await server.ready;
console.log(server.url);
for await (const _line of createInterface({ input: process.stdin })) {
  // One collection can make more memory free for the next.
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  console.log(process.memoryUsage().heapUsed);
}
await server.close();
process.exit();
