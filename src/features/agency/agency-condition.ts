import { InvalidInput } from '../../domain/errors.ts';
import { isOneOf } from '../../graphql/is-one-of.ts';
import type { NodeCondition } from '../../graphql/node-list.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { itemsByMember } from '../cross-tabulation/dimensions.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import type { AgencyFilter } from './agency.inputs.ts';

/**
 * The condition for an agency filter. An agency that only appears in texts has no items. It matches only if the filter
 * asks for 0 items.
 * @throws InvalidInput naming the field of the filter
 */
export function* agencyCondition(
  context: RequestContext,
  filter: AgencyFilter | undefined | null,
): Pieces<NodeCondition<'Agency'>> {
  const hasItems = yield* itemCountCondition(context, filter);
  return ({ kind, level }, index) =>
    isOneOf(filter?.kinds, kind) && isOneOf(filter?.levels, level) && hasItems(index);
}

function* itemCountCondition(
  context: RequestContext,
  filter: AgencyFilter | undefined | null,
): Pieces<(agency: number) => boolean> {
  const { snapshot } = context;
  const clauses = resolveFilter(context, filter?.reformItems, 'filter.reformItems');
  const least = filter?.minReformItems ?? 1;
  if (least < 0) throw new InvalidInput('filter.minReformItems', `${least} is less than 0`);
  if (least === 0) return () => true;
  if (clauses === null) return (agency) => snapshot.degree(agency, 'RESPONSIBLE_FOR') >= least;
  const meant = yield* itemsMatching(snapshot, clauses);
  const items = itemsByMember(snapshot, 'AGENCY', meant);
  return (agency) => (items.get(agency)?.length ?? 0) >= least;
}
