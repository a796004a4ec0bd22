import type { FastifyBaseLogger } from 'fastify';
import { openSearchIndex } from '../features/search/open-search.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';

/** Reads the graph and indexes its texts before the first request. If this fails, the first request tries again. */
export async function warmUp(snapshots: SnapshotSource, log: FastifyBaseLogger): Promise<void> {
  const start = performance.now();
  try {
    const snapshot = await snapshots.refresh();
    await openSearchIndex(snapshot);
    const ms = Math.round(performance.now() - start);
    log.info({ graphVersion: snapshot.version, nodes: snapshot.nodes.length, ms }, 'graph read and indexed');
  } catch (err) {
    log.warn({ err }, 'the graph could not be read ahead');
  }
}
