import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { ConfigInvalid } from '../domain/errors.ts';
import { fillEmptyGraph } from '../server/fill-graph.ts';
import { warmUp } from '../server/warm-up.ts';
import { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { Store } from '../store/store.ts';
import { createHttpServer } from './http-server.ts';

/** The minimum interval of checks by an idle server. It checks the database four times within GRAPH_MAX_STALE_MS. */
const MIN_HEARTBEAT_MS = 1000;
/** The time for running requests to finish when the server stops, in milliseconds. */
const DRAIN_MS = 5000;

/** The time that closing waits for a silent engine, in milliseconds. Its clients are already gone by then. */
const LEAVE_MS = 1000;

export interface RunningServer {
  readonly url: string;
  /** Resolves after the graph was read in advance, or that failed. The server answers requests before that too. */
  readonly ready: Promise<void>;
  /** Stops listening, lets running requests finish, and closes the store without loss of data. */
  close(): Promise<void>;
}

/**
 * Fills the graph if it is empty, and listens. The server owns the store from here on, and closes it.
 * @param warnings written to the log once, at the start
 */
export async function startServer(
  store: Store,
  config: Config,
  warnings: readonly string[] = [],
): Promise<RunningServer> {
  try {
    const reports = await fillEmptyGraph(store, config.SEEDS);
    const snapshots = new SnapshotSource(store, {
      freshnessMs: config.GRAPH_FRESHNESS_MS,
      maxStaleMs: config.GRAPH_MAX_STALE_MS,
    });
    const app = await createHttpServer(store, config, snapshots);
    for (const warning of warnings) app.log.warn(warning);
    for (const error of [store.readOnly, store.loss])
      if (error !== undefined) app.log.warn({ code: error.code }, error.message);
    for (const { file, items, warnings } of reports) app.log.info({ file, items, warnings }, 'imported');
    await listen(app, config);
    const ready = warmUp(snapshots, app.log);
    const heartbeat = keepFresh(store, snapshots, config.GRAPH_MAX_STALE_MS);
    const { port } = app.server.address() as AddressInfo;
    const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
    return {
      url: `http://${host}:${port}`,
      ready,
      close: async () => {
        // For Node, a connection that never sent a request is not idle; it would delay the close forever.
        clearInterval(heartbeat);
        const impatience = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
        try {
          await app.close();
        } finally {
          clearTimeout(impatience);
          await store.close(LEAVE_MS);
        }
      },
    };
  } catch (error) {
    await store.close(LEAVE_MS).catch(() => undefined); // report why the start failed, not this error
    throw error;
  }
}

/**
 * Checks the database also without requests. So the snapshot of an idle server is recent enough to answer from if the
 * database becomes silent, and the first request after an import does not wait for it.
 */
function keepFresh(store: Store, snapshots: SnapshotSource, maxStaleMs: number): NodeJS.Timeout | undefined {
  if (!store.isRemote || maxStaleMs === 0) return undefined;
  const look = (): void => void snapshots.refresh().catch(() => undefined); // requests report a failure
  return setInterval(look, Math.max(MIN_HEARTBEAT_MS, maxStaleMs / 4)).unref();
}

async function listen(app: FastifyInstance, { HOST, PORT }: Config): Promise<void> {
  try {
    await app.listen({ host: HOST, port: PORT });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new ConfigInvalid([`PORT=${PORT}: taken by another program on ${HOST}; choose another`]);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new ConfigInvalid([`HOST=${HOST}: not an address of this machine`]);
    throw error;
  }
}
