import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { nodesOf } from '../../graphql/cost/list-bounds.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { AgencyCount } from '../agency/agency-count.type.ts';
import type { Dimension } from '../cross-tabulation/dimensions.ts';
import { ZoneCount } from '../pilot-zone/zone-count.type.ts';
import { ThemeCount } from '../theme/theme-count.type.ts';
import { countFacet, type FacetSource } from './facets.ts';
import { BatchCount, ReformItemFacets, RegionCount } from './facets.type.ts';

@ArgsType()
class FacetArgs {
  @Field(() => Int, {
    defaultValue: 20,
    description: `The maximum number of values, 1 to ${MAX_PAGE}, most items first. 最多几个`,
  })
  first!: number;
}

/** The counts, with each node in the field `name` of its GraphQL type. */
async function countAs(
  name: string,
  context: RequestContext,
  source: FacetSource,
  dimension: Dimension,
  { first }: FacetArgs,
) {
  assertBetween('first', first, 1, MAX_PAGE);
  const counts = await countFacet(context, source, dimension, first);
  return counts.map(({ node, count }) => ({ [name]: node, count }));
}

@Resolver(() => ReformItemFacets)
export class ReformItemFacetsResolver {
  @Computes('facet')
  @Lists(nodesOf('Agency'))
  @FieldResolver(() => [AgencyCount], { description: 'By responsible agency. 按负责单位' })
  agencies(
    @Root() source: FacetSource,
    @Args(() => FacetArgs) args: FacetArgs,
    @Ctx() context: RequestContext,
  ) {
    return countAs('agency', context, source, 'AGENCY', args);
  }

  @Computes('facet')
  @Lists(nodesOf('PilotZone'))
  @FieldResolver(() => [ZoneCount], { description: 'By zone where they are piloted. 按试点片区' })
  zones(@Root() source: FacetSource, @Args(() => FacetArgs) args: FacetArgs, @Ctx() context: RequestContext) {
    return countAs('zone', context, source, 'ZONE', args);
  }

  @Computes('facet')
  @Lists(nodesOf('Theme'))
  @FieldResolver(() => [ThemeCount], { description: 'By theme of the lower level. 按主题' })
  themes(
    @Root() source: FacetSource,
    @Args(() => FacetArgs) args: FacetArgs,
    @Ctx() context: RequestContext,
  ) {
    return countAs('theme', context, source, 'THEME', args);
  }

  @Computes('facet')
  @Lists(nodesOf('Theme'))
  @FieldResolver(() => [ThemeCount], {
    description: 'By upper-level theme, including the themes below it. 按主题领域',
  })
  domains(
    @Root() source: FacetSource,
    @Args(() => FacetArgs) args: FacetArgs,
    @Ctx() context: RequestContext,
  ) {
    return countAs('theme', context, source, 'DOMAIN', args);
  }

  @Computes('facet')
  @Lists(nodesOf('Region'))
  @FieldResolver(() => [RegionCount], { description: 'By region they are promoted to. 按推广范围' })
  regions(
    @Root() source: FacetSource,
    @Args(() => FacetArgs) args: FacetArgs,
    @Ctx() context: RequestContext,
  ) {
    return countAs('region', context, source, 'REGION', args);
  }

  @Computes('facet')
  @Lists(nodesOf('Batch'))
  @FieldResolver(() => [BatchCount], { description: 'By batch. 按批次' })
  batches(
    @Root() source: FacetSource,
    @Args(() => FacetArgs) args: FacetArgs,
    @Ctx() context: RequestContext,
  ) {
    return countAs('batch', context, source, 'BATCH', args);
  }
}
