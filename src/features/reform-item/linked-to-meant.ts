import type { RelationshipType } from '../../domain/model.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';
import { resolveFilter } from './resolve-filter.ts';

/**
 * Whether some item that matches `filter.reformItems` has this relationship to a node; always true without such a
 * filter.
 */
export function* linkedToMeant(
  context: RequestContext,
  filter: ReformItemFilter | undefined | null,
  type: RelationshipType,
): Pieces<(index: number) => boolean> {
  const { snapshot } = context;
  const clauses = resolveFilter(context, filter, 'filter.reformItems');
  if (clauses === null) return () => true;
  const items = yield* itemsMatching(snapshot, clauses);
  const ends = new Set(items.flatMap((item) => [...snapshot.linked(item, type, true)]));
  return (index) => ends.has(index);
}
