import type { GraphQLResolveInfo } from 'graphql';
import { ArgsType, Field } from 'type-graphql';
import type { ItemClause } from '../../domain/item-clause.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadRelated, type PageParams } from '../../graphql/relay/connection.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { Statement } from '../../store/statement.ts';
import { ReformItemFilter } from './reform-item-filter.input.ts';
import { resolveFilter } from './resolve-filter.ts';

/** For questions about the items that meet a filter. */
@ArgsType()
export class ReformItemFilterArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items; all where left out. 筛选' })
  filter?: ReformItemFilter;
}

@ArgsType()
export class ReformItemListArgs extends PageArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items; all where left out. 筛选' })
  filter?: ReformItemFilter;
}

interface ItemEdge {
  readonly key: string;
  readonly node: ReformItemNode;
}

type ItemListStatement<E extends ItemEdge> = Statement<
  { ids: string[]; clauses: ItemClause[] | null } & PageParams<string>,
  { ownerId: string; total: number; edges: E[] }
>;

/** The reform items of an agency, zone, theme, region or batch: one statement serves all owners of a level. */
export function loadItemsOf<E extends ItemEdge, X extends object>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  owner: { readonly id: string },
  statement: ItemListStatement<E>,
  args: ReformItemListArgs,
  carries: (edge: E) => X,
) {
  const toEdge = (edge: E) => ({ node: edge.node, ...carries(edge) });
  const meant: MaybePromise<ItemClause[] | null> =
    args.filter == null ? null : resolveFilter(context, args.filter);
  return andThen(meant, (clauses) =>
    loadRelated(context, info, owner, statement, 'string', args, { clauses }, toEdge),
  );
}
