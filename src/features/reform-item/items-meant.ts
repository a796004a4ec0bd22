import type { GraphContext } from '../../graphql/context.ts';
import { meetingItems } from '../../snapshot/meeting-items.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';
import { resolveFilter } from './resolve-filter.ts';

/**
 * The ids of the items that the filter `filter.reformItems` of another list means; null where it is left out.
 * @throws InvalidInput naming the place in the filter
 */
export async function itemsMeant(
  context: GraphContext,
  filter: ReformItemFilter | undefined | null,
): Promise<string[] | null> {
  const clauses = await resolveFilter(context, filter, 'filter.reformItems');
  if (clauses === null) return null;
  const snapshot = await context.snapshot();
  return context.compute(() => meetingItems(snapshot, clauses).map((place) => snapshot.node(place).id));
}
