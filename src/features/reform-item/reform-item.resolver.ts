import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf } from '../../graphql/cost/list-bounds.ts';
import { connectionAlong, loadNode } from '../../graphql/linked.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { Link } from '../../snapshot/cached-links.ts';
import { RESPONSIBLE, THEMES, ZONES } from '../../snapshot/relations.ts';
import { Batch } from '../batch/batch.type.ts';
import { evidencedByOwner } from '../node/evidence.type.ts';
import { loadCoded } from '../node/names.ts';
import { printedOn } from '../node/printed-name.ts';
import { Region } from '../region/region.type.ts';
import { searching } from '../search/searching.ts';
import { loadItems } from './all-items.ts';
import type { FacetSource } from './facets.ts';
import { ReformItemFacets } from './facets.type.ts';
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

@ArgsType()
class ReformItemsArgs extends ReformItemListArgs {
  @Field(() => ReformItemOrder, {
    defaultValue: { field: 'NUMBER', direction: 'ASC' },
    description: 'How to sort. 排序',
  })
  orderBy!: ReformItemOrder;
}

const agenciesOf = connectionAlong(
  RESPONSIBLE,
  (link: Link<'RESPONSIBLE_FOR', 'Agency', ReformItemNode>) => ({
    order: () => link.properties.order ?? 0,
    ...printedOn(link.owner, () => link.properties),
  }),
);
const zonesOf = connectionAlong(ZONES, evidencedByOwner);
const themesOf = connectionAlong(THEMES, evidencedByOwner);

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
  reformItems(@Args(() => ReformItemsArgs) args: ReformItemsArgs, @Ctx() context: RequestContext) {
    const { filter } = args;
    const page = loadItems(context, args, resolveFilter(context, filter));
    return andThen(page, (connection) => Object.assign(connection, { facets: { filter } }));
  }

  @FieldResolver(() => Batch, { description: 'The bulletin it was published in. 批次' })
  batch(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNode(context, item, { type: 'PUBLISHED_IN', outward: true, label: 'Batch' });
  }

  @FieldResolver(() => Region, { description: 'The region where it is promoted. 推广范围' })
  promotedTo(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNode(context, item, { type: 'PROMOTED_TO', outward: true, label: 'Region' });
  }

  @Lists(along(RESPONSIBLE))
  @FieldResolver(() => ReformItemAgencyConnection, {
    description: 'The responsible agencies, in printed order. 负责单位',
  })
  agencies(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return agenciesOf(context, item, args);
  }

  @Lists(along(ZONES))
  @FieldResolver(() => ReformItemZoneConnection, {
    description: 'The zones where it is piloted, by name. 试点片区',
  })
  zones(@Root() item: ReformItemNode, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return zonesOf(context, item, args);
  }

  @Lists(along(THEMES))
  @FieldResolver(() => ReformItemThemeConnection, { description: 'Its themes, by name. 主题' })
  themes(@Root() item: ReformItemNode, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return themesOf(context, item, args);
  }
}

@Resolver(() => ReformItemConnection)
export class ReformItemConnectionResolver {
  @FieldResolver(() => ReformItemFacets, {
    description: 'Counts of the items in the whole list by agency, zone, theme and more. 分面统计',
  })
  facets(@Root() { facets }: { facets: FacetSource }): FacetSource {
    return facets;
  }
}
