import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { toEvidenceProperties, toSpans } from '../../domain/evidence.ts';
import type { ThemeNode } from '../../domain/nodes.ts';
import { CountsPaths, Lists } from '../../graphql/cost/declarations.ts';
import type { AnyRelation } from '../../graphql/cost/graph-statistics.ts';
import { along, alongAny, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { loadNode, nodesAlong } from '../../graphql/linked.ts';
import { loadNodeList } from '../../graphql/node-list.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { NARROWER, RESPONSIBLE, THEMED, ZONES } from '../../snapshot/relations.ts';
import { AgencyCount } from '../agency/agency-count.type.ts';
import { evidenceOf } from '../node/evidence.type.ts';
import { loadNamed } from '../node/names.ts';
import { ZoneCount } from '../pilot-zone/zone-count.type.ts';
import { loadLinkedCounts } from '../reform-item/linked-counts.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { ThemeConnection, ThemeReformItemConnection } from './theme.connections.ts';
import { Theme } from './theme.type.ts';

/** Paths from a theme to its items and those of the themes below it, then along `rest`. */
const itemsWithin = (...rest: readonly AnyRelation[]): AnyRelation[][] => [
  [THEMED, ...rest],
  [NARROWER, THEMED, ...rest],
];

const narrowerOf = nodesAlong(NARROWER);

@Resolver(() => Theme)
export class ThemeResolver {
  @Query(() => Theme, {
    nullable: true,
    description: 'A theme by its name or an alias, or null. 按名称取主题',
  })
  theme(
    @Arg('name', () => String, { description: 'Such as 融资租赁 or 金融开放创新. 名称或别名' }) name: string,
    @Ctx() context: RequestContext,
  ) {
    return loadNamed(context, 'Theme', name);
  }

  @Lists(nodesOf('Theme'))
  @Query(() => ThemeConnection, { description: 'All themes of both levels, by name. 主题列表' })
  themes(@Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return loadNodeList(context, args, {
      label: 'Theme',
      name: 'themes',
      keyOf: ({ pinyin }) => pinyin,
    });
  }

  @FieldResolver(() => Theme, {
    nullable: true,
    description: 'The upper-level theme; null if it is one itself. 上位主题',
  })
  broader(@Root() theme: ThemeNode, @Ctx() context: RequestContext) {
    return loadNode(context, theme, { type: 'NARROWER_THAN', outward: true, label: 'Theme' });
  }

  @Lists(upTo(MAX_PAGE, along(NARROWER)))
  @FieldResolver(() => [Theme], { description: 'The themes below it; at most 100. 下位主题' })
  narrower(@Root() theme: ThemeNode, @Ctx() context: RequestContext) {
    return narrowerOf(context, theme);
  }

  @Lists(alongAny(itemsWithin()))
  @FieldResolver(() => ThemeReformItemConnection, {
    description: 'The items of this theme and of the themes below it, by number. 主题事项',
  })
  reformItems(
    @Root() theme: ThemeNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadItemsOf(context, 'Theme', theme, args, (item, links) => ({
      evidence: () => evidenceOf(item, toEvidenceProperties(links().flatMap(toSpans))),
    }));
  }

  @CountsPaths()
  @Lists(alongAny(itemsWithin(RESPONSIBLE)))
  @FieldResolver(() => [AgencyCount], {
    description: 'The agencies that work on it, most items first; at most 100. 单位分布',
  })
  agencies(@Root() theme: ThemeNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'Theme', theme, 'Agency');
  }

  @CountsPaths()
  @Lists(alongAny(itemsWithin(ZONES)))
  @FieldResolver(() => [ZoneCount], {
    description: 'The zones where it is piloted, most items first; at most 100. 片区分布',
  })
  zones(@Root() theme: ThemeNode, @Ctx() context: RequestContext) {
    return loadLinkedCounts(context, 'Theme', theme, 'PilotZone');
  }
}
