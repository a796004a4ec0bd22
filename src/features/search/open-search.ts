import type { GraphContext } from '../../graphql/context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import type { SearchResult } from './search.ts';
import type { SearchIndex } from './search-index.ts';

/** The index of a snapshot's texts. What it needs is loaded with the first call, since it would slow every start. */
export async function openSearchIndex(snapshot: GraphSnapshot): Promise<SearchIndex> {
  const { searchIndexOf } = await import('./search-index.ts');
  return searchIndexOf(snapshot);
}

/** @throws InvalidInput naming the argument, see parseQuery */
export async function openSearch(
  context: GraphContext,
  query: string,
  argument: string,
): Promise<SearchResult> {
  const snapshot = await context.snapshot();
  const [index, search] = await Promise.all([openSearchIndex(snapshot), import('./search.ts')]);
  return context.compute(() => new search.SearchResult(index, query, argument));
}

/** How well each node that has a phrase matches it, by place. */
export async function openPhraseScores(
  context: GraphContext,
  phrase: string,
): Promise<ReadonlyMap<number, number>> {
  const snapshot = await context.snapshot();
  const [index, search] = await Promise.all([openSearchIndex(snapshot), import('./search.ts')]);
  return context.compute(() => search.phraseScores(index, phrase));
}
