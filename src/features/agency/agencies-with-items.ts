import { InvalidInput } from '../../domain/errors.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { meetingItems } from '../../snapshot/meeting-items.ts';
import { itemsByMember } from '../cross-tabulation/dimensions.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import type { AgencyFilter } from './agency.inputs.ts';

/**
 * Which agencies the filter means by their items: the ids of those that have as many as it asks for (null where being
 * responsible for one is enough), and whether those that are only named in texts are meant too.
 * @throws InvalidInput naming the place in the filter
 */
export async function agenciesWithItems(
  context: GraphContext,
  filter: AgencyFilter | undefined | null,
): Promise<{ among: string[] | null; withUnassigned: boolean }> {
  const clauses = await resolveFilter(context, filter?.reformItems, 'filter.reformItems');
  const least = filter?.minReformItems ?? 1;
  if (least < 0) throw new InvalidInput('filter.minReformItems', `${least} is less than 0`);
  if (least === 0) return { among: null, withUnassigned: true };
  if (least === 1 && clauses === null) return { among: null, withUnassigned: false };
  const snapshot = await context.snapshot();
  const among = await context.compute(() =>
    [...itemsByMember(snapshot, 'AGENCY', meetingItems(snapshot, clauses))]
      .filter(([, items]) => items.length >= least)
      .map(([place]) => snapshot.node(place).id),
  );
  return { among, withUnassigned: true };
}
