import { openEmbedded } from './embedded/open-embedded.ts';
import { type Neo4jLogin, openNeo4j } from './neo4j/open-neo4j.ts';
import type { Store, StoreOptions } from './store.ts';

/** The engine by its URL: `file:PATH` and `memory:` are embedded, every other scheme is Neo4j's. */
export async function openStore(url: string, login: Neo4jLogin, options: StoreOptions): Promise<Store> {
  if (url === 'memory:') return openEmbedded(undefined, options);
  if (url.startsWith('file:')) return openEmbedded(url.slice('file:'.length), options);
  return openNeo4j(url, login, options);
}
