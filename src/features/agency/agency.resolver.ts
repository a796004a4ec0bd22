import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { ISO_DATE_FORM, isIsoDate } from '../../domain/iso-date.ts';
import type { AgencyNode } from '../../domain/nodes.ts';
import { CountsPaths, Lists } from '../../graphql/cost/declarations.ts';
import { along, membersOfGroup, nodesOf } from '../../graphql/cost/list-bounds.ts';
import { loadNode } from '../../graphql/linked.ts';
import { andThen } from '../../graphql/maybe-promise.ts';
import { loadNodeList } from '../../graphql/node-list.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { pageOfOrdered } from '../../graphql/relay/list-page.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { RESPONSIBLE, RESPONSIBLE_FOR, THEMES, ZONES } from '../../snapshot/relations.ts';
import { type CoOwner, coOwnersOfAgency } from '../co-ownership/pairs.ts';
import { assertOneName, loadFirst } from '../node/names.ts';
import { printedOn } from '../node/printed-name.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { ZoneCount } from '../pilot-zone/zone-count.type.ts';
import { loadLinkedCounts } from '../reform-item/linked-counts.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import {
  itemsAt,
  loadUnderlyingItems,
  type UnderlyingItems,
  UnderlyingItemsArgs,
} from '../reform-item/underlying-items.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { ThemeCount } from '../theme/theme-count.type.ts';
import { agenciesNamed, agenciesNamedAsOf } from './agencies-named.ts';
import {
  AgencyConnection,
  AgencyCoOwnerConnection,
  AgencyCoOwnerEdge,
  AgencyReformItemConnection,
} from './agency.connections.ts';
import { AgencyArgs, AgencyFilter, AgencyOrder } from './agency.inputs.ts';
import { Agency } from './agency.type.ts';
import { agencyCondition } from './agency-condition.ts';

@ArgsType()
class AgenciesArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies to return. Default: all. 筛选' })
  filter?: AgencyFilter;

  @Field(() => AgencyOrder, {
    defaultValue: { field: 'NAME', direction: 'ASC' },
    description: 'How to sort. 排序',
  })
  orderBy!: AgencyOrder;
}

/** The key sorts by the number of shared items, most first. */
const coOwnerAt = (snapshot: GraphSnapshot, { nodeIndex, items }: CoOwner) => ({
  key: -items.length,
  node: snapshot.nodeOf('Agency', nodeIndex),
  shared: itemsAt(snapshot, items),
});
const coOwnerId = ({ node }: { node: AgencyNode }): string => node.id;

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, {
    nullable: true,
    description:
      'An agency by its name, alias or former name, or null. If it was merged into another agency, that one. 按名称取单位',
  })
  agency(
    @Args(() => AgencyArgs) { name, asOf }: AgencyArgs,
    @Ctx() context: RequestContext,
  ): AgencyNode | null {
    if (asOf != null && !isIsoDate(asOf)) throw new InvalidInput('asOf', ISO_DATE_FORM);
    assertOneName(context.snapshot, 'Agency', name, 'name');
    return loadFirst(context, 'Agency', (snapshot) =>
      asOf == null ? agenciesNamed(snapshot, name.trim()) : agenciesNamedAsOf(snapshot, name.trim(), asOf),
    );
  }

  @Lists(nodesOf('Agency'))
  @Query(() => AgencyConnection, {
    description: 'The agencies responsible for some item, filtered and sorted. 负责单位列表',
  })
  agencies(
    @Args(() => AgenciesArgs) { filter, orderBy, ...args }: AgenciesArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadNodeList(context, args, {
      label: 'Agency',
      name: `agencies ${orderBy.field} ${orderBy.direction}`,
      descending: orderBy.direction === 'DESC',
      keysOfGraph: orderBy.field === 'REFORM_ITEM_COUNT',
      keyOf: ({ pinyin }, nodeIndex, snapshot) =>
        orderBy.field === 'NAME'
          ? pinyin
          : String(snapshot.degree(nodeIndex, 'RESPONSIBLE_FOR')).padStart(7, '0'),
      filter,
      unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
      condition: () => agencyCondition(context, filter),
    });
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'The parent agency, if one is known. 上级单位',
  })
  parent(@Root() agency: AgencyNode, @Ctx() context: RequestContext) {
    return loadNode(context, agency, { type: 'PART_OF', outward: true, label: 'Agency' });
  }

  @FieldResolver(() => PilotZone, {
    nullable: true,
    description: 'The pilot zone that this agency administers. 管理的片区',
  })
  administers(@Root() agency: AgencyNode, @Ctx() context: RequestContext) {
    return loadNode(context, agency, { type: 'ADMINISTERS', outward: true, label: 'PilotZone' });
  }

  @Lists(along(RESPONSIBLE_FOR))
  @FieldResolver(() => AgencyReformItemConnection, {
    description: 'The items it is responsible for, by number. 负责事项',
  })
  reformItems(
    @Root() agency: AgencyNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadItemsOf(context, 'Agency', agency, args, (item, links) => {
      const link = () => links()[0] ?? {};
      return { order: () => link().order ?? 0, ...printedOn(item, link) };
    });
  }

  @CountsPaths()
  @Lists(along([RESPONSIBLE_FOR, RESPONSIBLE]))
  @FieldResolver(() => AgencyCoOwnerConnection, {
    description:
      'Agencies that share reform items with this agency, the most shared items first. 共同负责单位',
  })
  coOwners(@Root() agency: AgencyNode, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return loadConnection<'int', ReturnType<typeof coOwnerAt>, { node: AgencyNode; sharedCount: number }>(
      context,
      {
        list: `co-owners of ${agency.id}`,
        keyType: 'int',
        keysOfGraph: true,
        idOf: coOwnerId,
        toEdge: ({ key, node, shared }) => ({ node, sharedCount: -key, ...shared }),
      },
      args,
      (page) => {
        const { snapshot } = context;
        const nodeIndex = snapshot.indexOf(agency.id);
        const others =
          nodeIndex === undefined ? [] : context.compute(() => coOwnersOfAgency(snapshot, nodeIndex));
        return andThen(others, (known) =>
          pageOfOrdered<CoOwner, number, ReturnType<typeof coOwnerAt>>(
            known,
            page,
            (other) => coOwnerAt(snapshot, other),
            coOwnerId,
          ),
        );
      },
    );
  }

  @CountsPaths()
  @Lists(along([RESPONSIBLE_FOR, THEMES]))
  @FieldResolver(() => [ThemeCount], {
    description: 'The themes of its items, the most frequent first; at most 100. 主题分布',
  })
  themes(@Root() agency: AgencyNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'Agency', agency, 'Theme');
  }

  @CountsPaths()
  @Lists(along([RESPONSIBLE_FOR, ZONES]))
  @FieldResolver(() => [ZoneCount], {
    description: 'The pilot zones of its items, the most frequent first; at most 100. 片区分布',
  })
  zones(@Root() agency: AgencyNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'Agency', agency, 'PilotZone');
  }
}

@Resolver(() => AgencyCoOwnerEdge)
export class AgencyCoOwnerEdgeResolver {
  @Lists(membersOfGroup)
  @FieldResolver(() => [ReformItem], { description: 'The items that both share, by number. 共同事项' })
  sharedItems(@Root() edge: UnderlyingItems, @Args(() => UnderlyingItemsArgs) args: UnderlyingItemsArgs) {
    return loadUnderlyingItems(edge, args);
  }
}
