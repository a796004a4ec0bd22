import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { AgencyNode, ReformItemNode } from '../../domain/nodes.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { nodesOf } from '../../graphql/cost/list-bounds.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { Agency } from '../agency/agency.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { openSearchIndex } from '../search/open-search.ts';
import { similarAgencies } from './similar-agencies.ts';
import { similarItems } from './similar-items.ts';
import { SimilarAgency, SimilarReformItem } from './similarity.type.ts';

const MAX_SIMILAR = 50;

@ArgsType()
class SimilarArgs {
  @Field(() => Int, {
    defaultValue: 5,
    description: `The maximum number of results, 1 to ${MAX_SIMILAR}. 最多几个`,
  })
  first!: number;
}

@Resolver(() => ReformItem)
export class SimilarReformItemResolver {
  @Computes('similarItems')
  @Lists(nodesOf('ReformItem'))
  @FieldResolver(() => [SimilarReformItem], {
    description:
      'Similar items, by shared themes, agencies, zones, documents and text, the most similar first. 相似事项',
  })
  async similar(
    @Root() item: ReformItemNode,
    @Args(() => SimilarArgs) { first }: SimilarArgs,
    @Ctx() context: RequestContext,
  ): Promise<SimilarReformItem[]> {
    assertBetween('first', first, 1, MAX_SIMILAR);
    const { snapshot } = context;
    const nodeIndex = snapshot.indexOf(item.id);
    if (nodeIndex === undefined) return [];
    const index = await openSearchIndex(snapshot);
    return context.compute(() => similarItems(index, nodeIndex, first));
  }
}

@Resolver(() => Agency)
export class SimilarAgencyResolver {
  @Computes('similarAgencies')
  @Lists(nodesOf('Agency'))
  @FieldResolver(() => [SimilarAgency], {
    description: 'Agencies with similar responsibilities, the most similar first. 相似单位',
  })
  async similar(
    @Root() agency: AgencyNode,
    @Args(() => SimilarArgs) { first }: SimilarArgs,
    @Ctx() context: RequestContext,
  ): Promise<SimilarAgency[]> {
    assertBetween('first', first, 1, MAX_SIMILAR);
    const { snapshot } = context;
    const nodeIndex = snapshot.indexOf(agency.id);
    return nodeIndex === undefined ? [] : context.compute(() => similarAgencies(snapshot, nodeIndex, first));
  }
}
