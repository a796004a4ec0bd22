import type { Neo4jLogin } from './neo4j/open-neo4j.ts';
import type { Store, StoreOptions } from './store.ts';

/** Opens the engine of a URL: embedded for `file:PATH` and `memory:`, else Neo4j. Loads only that engine's code. */
export async function openStore(url: string, login: Neo4jLogin, options: StoreOptions): Promise<Store> {
  if (url === 'memory:' || url.startsWith('file:')) {
    const { openEmbedded } = await import('./embedded/open-embedded.ts');
    return openEmbedded(url === 'memory:' ? undefined : url.slice('file:'.length), options);
  }
  const { openNeo4j } = await import('./neo4j/open-neo4j.ts');
  return openNeo4j(url, login, options);
}
