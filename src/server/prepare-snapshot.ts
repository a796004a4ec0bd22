import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { openSearchIndex } from '../features/search/open-search.ts';
import { prepareStatistics } from '../graphql/cost/prepare-statistics.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';

/** Computes the statistics of a newer snapshot before requests get it, and starts indexing its texts. */
export async function prepareSnapshot(
  schema: GraphQLSchema,
  snapshot: GraphSnapshot,
  log: FastifyBaseLogger,
): Promise<void> {
  await prepareStatistics(schema, snapshot);
  log.info({ graphVersion: snapshot.version, nodes: snapshot.nodes.length }, 'graph read');
  // Until the texts are indexed, a search waits, and a text filter scans all texts.
  openSearchIndex(snapshot).catch((err: unknown) => log.error({ err }, 'texts could not be indexed'));
}
