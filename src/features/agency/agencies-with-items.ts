import { InvalidInput } from '../../domain/errors.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { meetingItems } from '../../snapshot/meeting-items.ts';
import { itemsByMember } from '../cross-tabulation/dimensions.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import type { AgencyFilter } from './agency.inputs.ts';

/**
 * The ids of the agencies that have as many of the items that the filter means as it asks for; null where it asks for
 * nothing of the kind.
 * @throws InvalidInput naming the place in the filter
 */
export async function agenciesWithItems(
  context: GraphContext,
  filter: AgencyFilter | undefined | null,
): Promise<string[] | null> {
  const clauses = await resolveFilter(context, filter?.reformItems, 'filter.reformItems');
  const least = filter?.minReformItems ?? (clauses === null ? 0 : 1);
  if (least < 0) throw new InvalidInput('filter.minReformItems', `${least} is less than 0`);
  if (least === 0) return null;
  const snapshot = await context.snapshot();
  return context.compute(() =>
    [...itemsByMember(snapshot, 'AGENCY', meetingItems(snapshot, clauses))]
      .filter(([, items]) => items.length >= least)
      .map(([place]) => snapshot.node(place).id),
  );
}
