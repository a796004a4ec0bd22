import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, Query, Resolver, Root } from 'type-graphql';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { meetingItems } from '../../snapshot/meeting-items.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { CoOwnership } from '../co-ownership/co-ownership.type.ts';
import { ReformItemFilterArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import type { AgencyNetworkGraph, NetworkMember } from './agency-network.ts';
import { AgencyNetwork, AgencyNetworkNode } from './agency-network.type.ts';

const MAX_NODES = 500;
const MAX_LINKS = 2000;

@ArgsType()
class NodesArgs {
  @Field(() => Int, { defaultValue: 100, description: `How many at most, 1 to ${MAX_NODES}. 最多几个` })
  first!: number;
}

@ArgsType()
class LinksArgs {
  @Field(() => Int, { defaultValue: 200, description: `How many at most, 1 to ${MAX_LINKS}. 最多几条` })
  first!: number;
}

/** Its libraries are loaded with the first question that needs them. */
const loadGraphClass = async () => (await import('./agency-network.ts')).AgencyNetworkGraph;

const wholeNetwork = perSnapshot(async (snapshot) => {
  const Graph = await loadGraphClass();
  return new Graph(snapshot, meetingItems(snapshot, null));
});

@Resolver(() => AgencyNetwork)
export class AgencyNetworkResolver {
  @Query(() => AgencyNetwork, {
    description:
      'Who works with whom: the agencies responsible for the items that meet the filter, linked where they share items. A filter that no item meets gives an empty network. 谁与谁协作',
  })
  async agencyNetwork(
    @Args(() => ReformItemFilterArgs) { filter }: ReformItemFilterArgs,
    @Ctx() context: RequestContext,
  ): Promise<AgencyNetworkGraph> {
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    if (clauses === null) return wholeNetwork(snapshot);
    const Graph = await loadGraphClass();
    return context.compute(() => new Graph(snapshot, meetingItems(snapshot, clauses)));
  }

  @FieldResolver(() => [AgencyNetworkNode], {
    description: 'The agencies, those that share most first; also those that share nothing. 单位',
  })
  nodes(@Root() { members }: AgencyNetworkGraph, @Args(() => NodesArgs) { first }: NodesArgs) {
    assertBetween('first', first, 1, MAX_NODES);
    return members.slice(0, first);
  }

  @FieldResolver(() => [CoOwnership], {
    description: 'The pairs that share items, most shared first. 协作关系',
  })
  links(@Root() network: AgencyNetworkGraph, @Args(() => LinksArgs) { first }: LinksArgs) {
    assertBetween('first', first, 1, MAX_LINKS);
    return network.links(first);
  }

  @FieldResolver(() => Int, { description: 'How many agencies there are in all. 单位总数' })
  nodeCount(@Root() { members }: AgencyNetworkGraph): number {
    return members.length;
  }

  @FieldResolver(() => Int, { description: 'How many pairs share items in all. 协作关系总数' })
  linkCount(@Root() { linkCount }: AgencyNetworkGraph): number {
    return linkCount;
  }

  @FieldResolver(() => Int, {
    description:
      'Into how many parts it falls that nothing links; an agency that shares nothing is one. 连通分量数',
  })
  components(@Root() { measures }: AgencyNetworkGraph): number {
    return new Set(measures.components.values()).size;
  }

  @FieldResolver(() => Float, { description: 'Links over possible links, 0 to 1. 密度' })
  density(@Root() { measures }: AgencyNetworkGraph): number {
    return measures.density;
  }
}

@Resolver(() => AgencyNetworkNode)
export class AgencyNetworkNodeResolver {
  @FieldResolver(() => Float, {
    description:
      'How often it lies between two others: the share of shortest ways between them that lead over it, 0 to 1, links unweighted. 介数中心性',
  })
  betweenness(@Root() { network, place }: NetworkMember) {
    return network.measures.betweenness.get(place);
  }

  @FieldResolver(() => Float, {
    description:
      'How near it is to all that it reaches, scaled by how many those are (Wasserman and Faust), 0 to 1, links unweighted. 接近中心性',
  })
  closeness(@Root() { network, place }: NetworkMember) {
    return network.measures.closeness.get(place);
  }

  @FieldResolver(() => Float, {
    description:
      'PageRank with damping 0.85, links weighted by shared items; all nodes together have 1. PageRank 值',
  })
  pageRank(@Root() { network, place }: NetworkMember) {
    return network.measures.pageRank.get(place);
  }

  @FieldResolver(() => Int, {
    description: 'The connected part it belongs to, numbered from 1, the largest first. 所在连通分量',
  })
  component(@Root() { network, place }: NetworkMember) {
    return network.measures.components.get(place);
  }

  @FieldResolver(() => Int, {
    description:
      'The community it belongs to (Louvain, weighted by shared items), numbered from 1, the largest first; always the same for the same graph. 所在社区',
  })
  community(@Root() { network, place }: NetworkMember) {
    return network.measures.communities.get(place);
  }
}
