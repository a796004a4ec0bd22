import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { PilotZoneNode } from '../../domain/nodes.ts';
import { CountsPaths, Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { loadNode, nodesAlong } from '../../graphql/linked.ts';
import { loadNodeList } from '../../graphql/node-list.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { PILOTED, RESPONSIBLE, THEMES } from '../../snapshot/relations.ts';
import { Agency } from '../agency/agency.type.ts';
import { AgencyCount } from '../agency/agency-count.type.ts';
import { evidenceOf } from '../node/evidence.type.ts';
import { loadNamed } from '../node/names.ts';
import { loadLinkedCounts } from '../reform-item/linked-counts.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { ThemeCount } from '../theme/theme-count.type.ts';
import { PilotZoneConnection, ZoneReformItemConnection } from './pilot-zone.connections.ts';
import { PilotZone } from './pilot-zone.type.ts';

const PARTS = { type: 'PART_OF', outward: false, label: 'PilotZone' } as const;
const partsOf = nodesAlong(PARTS);

@Resolver(() => PilotZone)
export class PilotZoneResolver {
  @Query(() => PilotZone, {
    nullable: true,
    description: 'A zone by its name or an alias, or null. 按名称取片区',
  })
  pilotZone(
    @Arg('name', () => String, { description: 'Such as 东疆 or 东疆片区. 名称或别名' }) name: string,
    @Ctx() context: RequestContext,
  ) {
    return loadNamed(context, 'PilotZone', name);
  }

  @Lists(nodesOf('PilotZone'))
  @Query(() => PilotZoneConnection, { description: 'All zones, by name. 片区列表' })
  pilotZones(@Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return loadNodeList(context, args, {
      label: 'PilotZone',
      name: 'pilot-zones',
      keyOf: ({ pinyin }) => pinyin,
    });
  }

  @FieldResolver(() => PilotZone, {
    nullable: true,
    description: 'The free-trade zone it is part of. 所属自贸试验区',
  })
  partOf(@Root() zone: PilotZoneNode, @Ctx() context: RequestContext) {
    return loadNode(context, zone, { type: 'PART_OF', outward: true, label: 'PilotZone' });
  }

  @Lists(upTo(MAX_PAGE, along(PARTS)))
  @FieldResolver(() => [PilotZone], {
    description: 'Its areas and linked zones; at most 100. 所辖片区',
  })
  parts(@Root() zone: PilotZoneNode, @Ctx() context: RequestContext) {
    return partsOf(context, zone);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: 'The agency that administers it, if it is in the graph. 管理机构',
  })
  authority(@Root() zone: PilotZoneNode, @Ctx() context: RequestContext) {
    return loadNode(context, zone, { type: 'ADMINISTERS', outward: false, label: 'Agency' });
  }

  @Lists(along(PILOTED))
  @FieldResolver(() => ZoneReformItemConnection, {
    description:
      'The items piloted in this zone, by number. Items of its parts are listed at the parts. 试点事项',
  })
  reformItems(
    @Root() zone: PilotZoneNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadItemsOf(context, 'PilotZone', zone, args, (item, links) => ({
      evidence: () => links().flatMap((link) => evidenceOf(item, link)),
    }));
  }

  @CountsPaths()
  @Lists(along([PILOTED, THEMES]))
  @FieldResolver(() => [ThemeCount], {
    description: 'The themes piloted here, the most frequent first; at most 100. 主题分布',
  })
  themes(@Root() zone: PilotZoneNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'PilotZone', zone, 'Theme');
  }

  @CountsPaths()
  @Lists(along([PILOTED, RESPONSIBLE]))
  @FieldResolver(() => [AgencyCount], {
    description: 'Who is responsible here, most items first; at most 100. 单位分布',
  })
  agencies(@Root() zone: PilotZoneNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'PilotZone', zone, 'Agency');
  }
}
