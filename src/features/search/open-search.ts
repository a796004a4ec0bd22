import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { QueryTerm } from './parse-query.ts';
import type { SearchResult } from './search.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Loaded with the first search, because they would slow down every start. Cached afterwards, because each import has a
 * cost.
 */
let modules: Promise<readonly [typeof import('./search.ts'), typeof import('./search-index.ts')]> | undefined;
const loadModules = () => {
  modules ??= Promise.all([import('./search.ts'), import('./search-index.ts')]);
  return modules;
};

/** The index of a snapshot's texts. */
export async function openSearchIndex(snapshot: GraphSnapshot): Promise<SearchIndex> {
  const [, { searchIndexOf }] = await loadModules();
  return searchIndexOf(snapshot);
}

/** @throws InvalidInput naming the argument, see parseQuery */
export async function openSearch(
  context: RequestContext,
  query: string,
  argument: string,
): Promise<SearchResult> {
  const { snapshot } = context;
  const index = await openSearchIndex(snapshot);
  const [search] = await loadModules();
  return context.compute(() => search.SearchResult.find(index, query, argument));
}

/** The score of each node for these words exactly as given, by node index. */
export async function openLiteralScores(
  context: RequestContext,
  terms: readonly QueryTerm[],
): Promise<ReadonlyMap<number, number>> {
  const { snapshot } = context;
  const index = await openSearchIndex(snapshot);
  const [search] = await loadModules();
  return context.compute(() => search.literalScores(index, terms));
}
