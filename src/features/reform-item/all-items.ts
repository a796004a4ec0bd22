import type { ItemClause } from '../../domain/item-clause.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { pageOfList } from '../../graphql/relay/list-page.ts';
import { NODE_EDGES } from '../../graphql/relay/node-edges.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { shortHash } from '../../graphql/short-hash.ts';
import { type ItemKey, itemPage, type Keyed } from './item-pages.ts';
import { itemsByRelevance } from './items-by-relevance.ts';
import type { ReformItemListArgs } from './reform-item-list.ts';
import type { ReformItemOrder } from './reform-item-order.input.ts';
import { loadUnmatched } from './unmatched-names.ts';

interface AllItemsArgs extends ReformItemListArgs {
  readonly orderBy: ReformItemOrder;
}
type Clauses = readonly ItemClause[] | null;

/** A page of all reform items that match the clauses. The clauses must be those of the filter in `args`. */
export function loadItems(
  context: RequestContext,
  args: AllItemsArgs,
  clauses: Clauses,
): MaybePromise<object> {
  const { field, direction } = args.orderBy;
  return field === 'RELEVANCE'
    ? loadByRelevance(context, args, clauses, direction ?? 'DESC')
    : loadByField(context, args, clauses, field, direction ?? 'ASC');
}

type Direction = 'ASC' | 'DESC';
const nameOf = (field: string, direction: Direction): string => `reform-items ${field} ${direction}`;

const loadByField = (
  context: RequestContext,
  args: AllItemsArgs,
  clauses: Clauses,
  field: ItemKey,
  direction: Direction,
) =>
  loadConnection<'string', Keyed<string>, { node: ReformItemNode }>(
    context,
    {
      list: nameOf(field, direction),
      keyType: 'string',
      descending: direction === 'DESC',
      ...NODE_EDGES,
      unmatched: () => loadUnmatched(context, args.filter),
    },
    args,
    (page) => itemPage(context, clauses, field, page),
  );

const loadByRelevance = (
  context: RequestContext,
  args: AllItemsArgs,
  clauses: Clauses,
  direction: Direction,
) =>
  loadConnection<'float', Keyed<number>, { node: ReformItemNode }>(
    context,
    {
      list: `${nameOf('RELEVANCE', direction)} ${shortHash(args.filter?.text ?? null)}`,
      keyType: 'float',
      keysOfGraph: true,
      descending: direction === 'DESC',
      ...NODE_EDGES,
      unmatched: () => loadUnmatched(context, args.filter),
    },
    args,
    async (page) =>
      pageOfList(await itemsByRelevance(context, clauses, args.filter?.text), page, NODE_EDGES.idOf),
  );
