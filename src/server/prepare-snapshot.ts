import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { openSearchIndex } from '../features/search/open-search.ts';
import { prepareStatistics } from '../graphql/cost/prepare-statistics.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';

/** Counts what a newer snapshot holds, before requests get it, and begins to index its texts. */
export async function prepareSnapshot(
  schema: GraphQLSchema,
  snapshot: GraphSnapshot,
  log: FastifyBaseLogger,
): Promise<void> {
  await prepareStatistics(schema, snapshot);
  log.info({ graphVersion: snapshot.version, nodes: snapshot.nodes.length }, 'graph read');
  // Until its texts are indexed a search waits, and a filter by text looks through all of them.
  openSearchIndex(snapshot).catch((err: unknown) => log.error({ err }, 'texts could not be indexed'));
}
