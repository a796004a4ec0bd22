import { InvalidInput } from '../../domain/errors.ts';
import type { ItemClause } from '../../domain/item-clause.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { openLiteralScores } from '../search/open-search.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { Keyed } from './item-pages.ts';

/**
 * The items that match the clauses, each with a score for the filter's text.
 * @throws InvalidInput if there is no text to match
 */
export async function itemsByRelevance(
  context: RequestContext,
  clauses: readonly ItemClause[] | null,
  text: string | undefined | null,
): Promise<Keyed<number>[]> {
  if (text == null) throw new InvalidInput('orderBy.field', 'RELEVANCE needs filter.text to compare with');
  const { snapshot } = context;
  const scores = await openLiteralScores(context, parseQuery(text, 'filter.text').wanted);
  const items = await context.compute(() => itemsMatching(snapshot, clauses));
  return items.map((index) => ({ key: scores.get(index) ?? 0, node: snapshot.nodeOf('ReformItem', index) }));
}
