import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RegionNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { PROMOTED } from '../../snapshot/relations.ts';
import { loadNamed } from '../node/names.ts';
import { facetsOfLinked } from '../reform-item/facets.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItemConnection } from '../reform-item/reform-item.connections.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { Region } from './region.type.ts';

@Resolver(() => Region)
export class RegionResolver {
  @Query(() => Region, {
    nullable: true,
    description: 'A region by its name or an alias, or null. 按名称取推广范围',
  })
  region(
    @Arg('name', () => String, { description: 'Such as 京津冀. 名称或别名' }) name: string,
    @Ctx() context: RequestContext,
  ) {
    return loadNamed(context, 'Region', name);
  }

  @Lists(upTo(MAX_PAGE, nodesOf('Region')))
  @Query(() => [Region], { description: 'The regions where reforms are promoted; at most 100. 推广范围' })
  regions(@Ctx() { snapshot }: RequestContext) {
    return snapshot
      .ofLabel('Region')
      .slice(0, MAX_PAGE)
      .map((index) => snapshot.nodeOf('Region', index));
  }

  @Lists(along(PROMOTED))
  @FieldResolver(() => ReformItemConnection, { description: 'The items promoted to it, by number. 推广事项' })
  async reformItems(
    @Root() region: RegionNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: RequestContext,
  ) {
    const connection = await loadItemsOf(context, 'Region', region, args);
    return Object.assign(connection, { facets: facetsOfLinked(args.filter, 'PROMOTED_TO', region) });
  }
}
