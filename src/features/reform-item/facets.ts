import type { RelationshipType } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { type Dimension, itemsByMember } from '../cross-tabulation/dimensions.ts';
import type { ReformItemFilter } from './reform-item-filter.input.ts';
import { resolveFilter } from './resolve-filter.ts';

/** The items that facets count: those that match the filter, among some or all items. */
export interface FacetSource {
  readonly filter: ReformItemFilter | undefined | null;
  /** Whether an item, by its node index, is selected; default: all are. */
  readonly among?: (item: number, snapshot: GraphSnapshot) => boolean;
}

/** The parts of the filter that a facet ignores when it counts. */
const OWN_PARTS: Readonly<Record<Dimension, readonly (keyof ReformItemFilter)[]>> = {
  AGENCY: ['agencies'],
  ZONE: ['zones'],
  THEME: ['themes'],
  DOMAIN: ['themes'],
  REGION: ['regions'],
  BATCH: ['batches', 'batch'],
};

/** The nodes of a dimension with the number of items of each; most first, then by id. */
export async function countFacet(
  context: RequestContext,
  { filter, among = () => true }: FacetSource,
  dimension: Dimension,
  first: number,
): Promise<{ node: AnyNode; count: number }[]> {
  const rest = Object.entries(filter ?? {}).filter(
    ([part, given]) => given != null && !OWN_PARTS[dimension].some((own) => own === part),
  );
  const clauses = resolveFilter(context, rest.length === 0 ? null : Object.fromEntries(rest));
  const { snapshot } = context;
  return context.compute(function* () {
    const items = (yield* itemsMatching(snapshot, clauses)).filter((item) => among(item, snapshot));
    return [...itemsByMember(snapshot, dimension, items)]
      .sort(([a, x], [b, y]) => y.length - x.length || a - b)
      .slice(0, first)
      .map(([nodeIndex, group]) => ({ node: snapshot.node(nodeIndex), count: group.length }));
  });
}

/** For the items with a relationship of this type to the given node. */
export const facetsOfLinked = (
  filter: FacetSource['filter'],
  type: RelationshipType,
  end: { readonly id: string },
): FacetSource => ({
  filter,
  among: (item, snapshot) => {
    const nodeIndex = snapshot.indexOf(end.id);
    return nodeIndex !== undefined && snapshot.linked(item, type, true).includes(nodeIndex);
  },
});
