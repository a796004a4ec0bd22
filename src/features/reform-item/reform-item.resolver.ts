import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf } from '../../graphql/cost/list-bounds.ts';
import { loadLinked, loadNode } from '../../graphql/linked.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { pageOfList } from '../../graphql/relay/list-page.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { shortHash } from '../../graphql/short-hash.ts';
import { Batch } from '../batch/batch.type.ts';
import { evidencedBy } from '../node/evidence.type.ts';
import { loadCoded } from '../node/names.ts';
import { printedOn } from '../node/printed-name.ts';
import { Region } from '../region/region.type.ts';
import { searching } from '../search/searching.ts';
import type { FacetSource } from './facets.ts';
import { ReformItemFacets } from './facets.type.ts';
import { itemPage, type Keyed } from './item-pages.ts';
import { itemsByRelevance } from './items-by-relevance.ts';
import {
  ReformItemAgencyConnection,
  ReformItemConnection,
  ReformItemThemeConnection,
  ReformItemZoneConnection,
} from './reform-item.connections.ts';
import { ReformItem } from './reform-item.type.ts';
import { ReformItemListArgs } from './reform-item-list.ts';
import { ReformItemOrder } from './reform-item-order.input.ts';
import { resolveFilter } from './resolve-filter.ts';
import { loadUnmatched } from './unmatched-names.ts';

@ArgsType()
class ReformItemsArgs extends ReformItemListArgs {
  @Field(() => ReformItemOrder, {
    defaultValue: { field: 'NUMBER', direction: 'ASC' },
    description: 'How to sort. 排序',
  })
  orderBy!: ReformItemOrder;
}

const AGENCIES = { type: 'RESPONSIBLE_FOR', outward: false, label: 'Agency' } as const;
const ZONES = { type: 'PILOTED_IN', outward: true, label: 'PilotZone' } as const;
const THEMES = { type: 'HAS_THEME', outward: true, label: 'Theme' } as const;

const textOf = (filter: unknown): string =>
  (filter as { text?: string | null } | undefined | null)?.text ?? '';
const ranks = (orderBy: unknown): boolean => (orderBy as ReformItemOrder | undefined)?.field === 'RELEVANCE';

@Resolver(() => ReformItem)
export class ReformItemResolver {
  @Query(() => ReformItem, {
    nullable: true,
    description: 'A reform item by its code, or null. 按编号取改革事项',
  })
  reformItem(
    @Arg('code', () => String, { description: 'Such as "tj-7-17". 编号' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return loadCoded(context, 'ReformItem', code);
  }

  @Computes(...searching(({ orderBy, filter }) => (ranks(orderBy) ? textOf(filter) : '')))
  @Lists(nodesOf('ReformItem'))
  @Query(() => ReformItemConnection, { description: 'Reform items, filtered and sorted. 改革事项列表' })
  reformItems(
    @Args(() => ReformItemsArgs) { filter, orderBy, ...args }: ReformItemsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const clauses = resolveFilter(context, filter);
    const { field, direction = field === 'RELEVANCE' ? 'DESC' : 'ASC' } = orderBy;
    const list = {
      list: `reform-items ${field} ${direction}`,
      args,
      info,
      descending: direction === 'DESC',
      idOf: ({ node }: { node: ReformItemNode }) => node.id,
      toEdge: ({ node }: { node: ReformItemNode }) => ({ node }),
      toNode: ({ node }: { node: ReformItemNode }) => node,
      unmatched: () => loadUnmatched(context, filter),
    };
    const connection: MaybePromise<object> =
      field === 'RELEVANCE'
        ? loadConnection<'float', Keyed<number>, { node: ReformItemNode }>(context, {
            ...list,
            list: `${list.list} ${shortHash(filter?.text ?? null)}`,
            keyType: 'float',
            keysOfGraph: true,
            fetch: async (page) =>
              pageOfList(await itemsByRelevance(context, clauses, filter?.text), page, list.idOf),
          })
        : loadConnection<'string', Keyed<string>, { node: ReformItemNode }>(context, {
            ...list,
            keyType: 'string',
            fetch: (page) => itemPage(context, clauses, field, page),
          });
    return andThen(connection, (page) => Object.assign(page, { facets: { filter } }));
  }

  @FieldResolver(() => Batch, { description: 'The bulletin it was published in. 批次' })
  batch(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNode(context, item, { type: 'PUBLISHED_IN', outward: true, label: 'Batch' });
  }

  @FieldResolver(() => Region, { description: 'Where it is to be copied. 推广范围' })
  promotedTo(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNode(context, item, { type: 'PROMOTED_TO', outward: true, label: 'Region' });
  }

  @Lists(along(AGENCIES))
  @FieldResolver(() => ReformItemAgencyConnection, {
    description: 'The responsible agencies, in printed order. 负责单位',
  })
  agencies(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadLinked(context, info, item, AGENCIES, args, (properties) => ({
      order: properties.order ?? 0,
      ...printedOn(item, properties),
    }));
  }

  @Lists(along(ZONES))
  @FieldResolver(() => ReformItemZoneConnection, { description: 'Where it is piloted, by name. 试点片区' })
  zones(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadLinked(context, info, item, ZONES, args, evidencedBy(item));
  }

  @Lists(along(THEMES))
  @FieldResolver(() => ReformItemThemeConnection, { description: 'What it is about, by name. 主题' })
  themes(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadLinked(context, info, item, THEMES, args, evidencedBy(item));
  }
}

@Resolver(() => ReformItemConnection)
export class ReformItemConnectionResolver {
  @FieldResolver(() => ReformItemFacets, {
    description: 'How the items of the whole list divide, by agency, zone, theme and more. 分面统计',
  })
  facets(@Root() { facets }: { facets: FacetSource }): FacetSource {
    return facets;
  }
}
