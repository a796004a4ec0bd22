import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { ISO_DATE_FORM, isIsoDate } from '../../domain/iso-date.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadNode } from '../../graphql/linked.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { loadConnection, loadPage } from '../../graphql/relay/connection.ts';
import { pageOfOrdered } from '../../graphql/relay/list-page.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { agencyPage } from '../../store/statements.gen.ts';
import { type CoOwner, coOwnersOfAgency } from '../co-ownership/pairs.ts';
import { loadFirst } from '../node/names.ts';
import { printedOn } from '../node/printed-name.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { ZoneCount } from '../pilot-zone/zone-count.type.ts';
import { type ItemsBehind, ItemsBehindArgs, itemsAt, loadItemsBehind } from '../reform-item/items-behind.ts';
import { loadLinkedCounts } from '../reform-item/linked-counts.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { ThemeCount } from '../theme/theme-count.type.ts';
import { agenciesNamed, agenciesNamedAsOf } from './agencies-named.ts';
import { agenciesWithItems } from './agencies-with-items.ts';
import {
  AgencyConnection,
  AgencyCoOwnerConnection,
  AgencyCoOwnerEdge,
  AgencyReformItemConnection,
} from './agency.connections.ts';
import { AgencyArgs, AgencyFilter, AgencyOrder } from './agency.inputs.ts';
import { Agency } from './agency.type.ts';

@ArgsType()
class AgenciesArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies; all where left out. 筛选' })
  filter?: AgencyFilter;

  @Field(() => AgencyOrder, {
    defaultValue: { field: 'NAME', direction: 'ASC' },
    description: 'How to sort. 排序',
  })
  orderBy!: AgencyOrder;
}

/** Sorts by how many items are shared, most first. */
const coOwnerAt = (snapshot: GraphSnapshot, { place, items }: CoOwner) => ({
  key: -items.length,
  node: snapshot.nodeOf('Agency', place),
  shared: itemsAt(snapshot, items),
});
const coOwnerId = ({ node }: { node: AgencyNode }): string => node.id;

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, {
    nullable: true,
    description:
      'An agency by its name, an alias or a former name, or null; where it was merged into another, that one. 按名称取单位',
  })
  agency(
    @Args(() => AgencyArgs) { name, asOf }: AgencyArgs,
    @Ctx() context: GraphContext,
  ): MaybePromise<AgencyNode | null> {
    if (asOf != null && !isIsoDate(asOf)) throw new InvalidInput('asOf', ISO_DATE_FORM);
    return loadFirst(context, 'Agency', (snapshot) =>
      asOf == null ? agenciesNamed(snapshot, name.trim()) : agenciesNamedAsOf(snapshot, name.trim(), asOf),
    );
  }

  @Query(() => AgencyConnection, {
    description: 'The agencies responsible for some item, filtered and sorted. 负责单位列表',
  })
  async agencies(
    @Args(() => AgenciesArgs) { filter, orderBy, ...args }: AgenciesArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const kinds = [...(filter?.kinds ?? AGENCY_KINDS)];
    const levels = [...(filter?.levels ?? AGENCY_LEVELS)];
    const { among, withUnassigned } = await agenciesWithItems(context, filter);
    return loadPage(
      context,
      info,
      agencyPage,
      args,
      () => ({ orderBy: orderBy.field, kinds, levels, among, withUnassigned }),
      { name: `${orderBy.field} ${orderBy.direction}`, descending: orderBy.direction === 'DESC' },
    );
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'The agency it is part of, where one is stated. 上级单位',
  })
  parent(@Root() agency: AgencyNode, @Ctx() context: GraphContext) {
    return loadNode(context, agency, { type: 'PART_OF', outward: true, label: 'Agency' });
  }

  @FieldResolver(() => PilotZone, {
    nullable: true,
    description: 'The zone whose own authority it is. 管理的片区',
  })
  administers(@Root() agency: AgencyNode, @Ctx() context: GraphContext) {
    return loadNode(context, agency, { type: 'ADMINISTERS', outward: true, label: 'PilotZone' });
  }

  @FieldResolver(() => AgencyReformItemConnection, {
    description: 'The items it is responsible for, by number. 负责事项',
  })
  reformItems(
    @Root() agency: AgencyNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadItemsOf(context, info, 'Agency', agency, args, (item, [link]) => ({
      order: link?.order,
      ...(link && printedOn(item, link)),
    }));
  }

  @FieldResolver(() => AgencyCoOwnerConnection, {
    description: 'Agencies responsible for some of the same items, most shared first. 共同负责单位',
  })
  coOwners(
    @Root() agency: AgencyNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadConnection<'int', ReturnType<typeof coOwnerAt>, { node: AgencyNode; sharedCount: number }>(
      context,
      {
        list: 'agency/co-owners',
        keyType: 'int',
        args,
        info,
        fetch: (page) =>
          andThen(context.snapshot(), (snapshot) => {
            const place = snapshot.placeOf(agency.id);
            const others =
              place === undefined
                ? []
                : context.remember(snapshot, `co-owners of ${agency.id}`, () =>
                    context.compute(() => coOwnersOfAgency(snapshot, place)),
                  );
            return andThen(others, (known) =>
              pageOfOrdered<CoOwner, number, ReturnType<typeof coOwnerAt>>(
                known,
                page,
                (other) => coOwnerAt(snapshot, other),
                coOwnerId,
              ),
            );
          }),
        idOf: coOwnerId,
        toEdge: ({ key, node, shared }) => ({ node, sharedCount: -key, ...shared }),
      },
    );
  }

  @FieldResolver(() => [ThemeCount], {
    description: 'What its items are about, most frequent first; at most 100. 主题分布',
  })
  async themes(@Root() agency: AgencyNode, @Ctx() context: GraphContext) {
    const counts = await loadLinkedCounts(context, 'Agency', agency, 'Theme');
    return counts.map(({ node, count }) => ({ theme: node, count }));
  }

  @FieldResolver(() => [ZoneCount], {
    description: 'Where its items are piloted, most frequent first; at most 100. 片区分布',
  })
  async zones(@Root() agency: AgencyNode, @Ctx() context: GraphContext) {
    const counts = await loadLinkedCounts(context, 'Agency', agency, 'PilotZone');
    return counts.map(({ node, count }) => ({ zone: node, count }));
  }
}

@Resolver(() => AgencyCoOwnerEdge)
export class AgencyCoOwnerEdgeResolver {
  @FieldResolver(() => [ReformItem], { description: 'The items the two share, by number. 共同事项' })
  sharedItems(@Root() edge: ItemsBehind, @Args(() => ItemsBehindArgs) args: ItemsBehindArgs) {
    return loadItemsBehind(edge, args);
  }
}
