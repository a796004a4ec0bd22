import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, Query, Resolver, Root } from 'type-graphql';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { nodesOf, pairsOf } from '../../graphql/cost/list-bounds.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { perSnapshot } from '../../snapshot/per-snapshot.ts';
import { RESPONSIBLE } from '../../snapshot/relations.ts';
import { CoOwnership } from '../co-ownership/co-ownership.type.ts';
import { ReformItemFilterArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import type { AgencyNetworkGraph, NetworkMember } from './agency-network.ts';
import { AgencyNetwork, AgencyNetworkNode } from './agency-network.type.ts';
import type { MeasureName } from './measures.ts';

const MAX_NODES = 500;
const MAX_LINKS = 2000;

@ArgsType()
class NodesArgs {
  @Field(() => Int, {
    defaultValue: 100,
    description: `The maximum number of results, 1 to ${MAX_NODES}. 最多几个`,
  })
  first!: number;
}

@ArgsType()
class LinksArgs {
  @Field(() => Int, {
    defaultValue: 200,
    description: `The maximum number of results, 1 to ${MAX_LINKS}. 最多几条`,
  })
  first!: number;
}

/** The libraries load with the first request for a network. */
const loadGraphClass = async () => (await import('./agency-network.ts')).AgencyNetworkGraph;

/** The network of all items, cached once computed. */
const wholeNetworks = perSnapshot((): { network?: AgencyNetworkGraph } => ({}));

/** A measure of a member, computed for the whole network on first use. */
function measureOf(
  context: RequestContext,
  { network, nodeIndex }: NetworkMember,
  name: MeasureName,
): MaybePromise<number | undefined> {
  const { measures } = network;
  if (measures.knows(name)) return measures[name].get(nodeIndex);
  return andThen(
    context.compute(() => measures.pieces(name)),
    () => measures[name].get(nodeIndex),
  );
}

@Resolver(() => AgencyNetwork)
export class AgencyNetworkResolver {
  @Computes('network')
  @Query(() => AgencyNetwork, {
    description:
      'The network of agencies responsible for the items that match the filter. Agencies that share items are linked. If no item matches, the network is empty. 谁与谁协作',
  })
  async agencyNetwork(
    @Args(() => ReformItemFilterArgs) { filter }: ReformItemFilterArgs,
    @Ctx() context: RequestContext,
  ): Promise<AgencyNetworkGraph> {
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    const whole = clauses === null ? wholeNetworks(snapshot) : {};
    if (whole.network) return whole.network;
    const Graph = await loadGraphClass();
    const network = await context.compute(function* () {
      return new Graph(snapshot, yield* itemsMatching(snapshot, clauses));
    });
    whole.network ??= network;
    return whole.network;
  }

  @Lists(nodesOf('Agency'))
  @FieldResolver(() => [AgencyNetworkNode], {
    description:
      'The agencies, those with the most shared items first, including agencies that share none. 单位',
  })
  nodes(@Root() { members }: AgencyNetworkGraph, @Args(() => NodesArgs) { first }: NodesArgs) {
    assertBetween('first', first, 1, MAX_NODES);
    return members.slice(0, first);
  }

  @Lists(pairsOf(RESPONSIBLE))
  @FieldResolver(() => [CoOwnership], {
    description: 'The pairs that share items, most shared first. 协作关系',
  })
  links(@Root() network: AgencyNetworkGraph, @Args(() => LinksArgs) { first }: LinksArgs) {
    assertBetween('first', first, 1, MAX_LINKS);
    return network.links(first);
  }

  @FieldResolver(() => Int, { description: 'The number of agencies. 单位总数' })
  nodeCount(@Root() { members }: AgencyNetworkGraph): number {
    return members.length;
  }

  @FieldResolver(() => Int, { description: 'The number of pairs that share items. 协作关系总数' })
  linkCount(@Root() { linkCount }: AgencyNetworkGraph): number {
    return linkCount;
  }

  @Computes('components')
  @FieldResolver(() => Int, {
    description:
      'The number of connected components. An agency that shares no item is a component of its own. 连通分量数',
  })
  async components(@Root() { measures }: AgencyNetworkGraph, @Ctx() context: RequestContext) {
    await context.compute(() => measures.pieces('components'));
    return new Set(measures.components.values()).size;
  }

  @FieldResolver(() => Float, { description: 'Actual links divided by possible links, 0 to 1. 密度' })
  density(@Root() { measures }: AgencyNetworkGraph): number {
    return measures.density;
  }
}

@Resolver(() => AgencyNetworkNode)
export class AgencyNetworkNodeResolver {
  @Computes({ work: 'betweenness', per: 'list' })
  @FieldResolver(() => Float, {
    description:
      'Betweenness centrality: the share of shortest paths between two other agencies that pass through it, 0 to 1, links unweighted. 介数中心性',
  })
  betweenness(@Root() member: NetworkMember, @Ctx() context: RequestContext) {
    return measureOf(context, member, 'betweenness');
  }

  @Computes({ work: 'closeness', per: 'list' })
  @FieldResolver(() => Float, {
    description:
      'Closeness centrality: how near it is to the agencies it can reach, scaled by their number (Wasserman and Faust), 0 to 1, links unweighted. 接近中心性',
  })
  closeness(@Root() member: NetworkMember, @Ctx() context: RequestContext) {
    return measureOf(context, member, 'closeness');
  }

  @Computes({ work: 'pageRank', per: 'list' })
  @FieldResolver(() => Float, {
    description:
      'PageRank with damping 0.85, links weighted by shared items; all nodes together have 1. PageRank 值',
  })
  pageRank(@Root() member: NetworkMember, @Ctx() context: RequestContext) {
    return measureOf(context, member, 'pageRank');
  }

  @Computes({ work: 'components', per: 'list' })
  @FieldResolver(() => Int, {
    description: 'The connected part it belongs to, numbered from 1, the largest first. 所在连通分量',
  })
  component(@Root() member: NetworkMember, @Ctx() context: RequestContext) {
    return measureOf(context, member, 'components');
  }

  @Computes({ work: 'communities', per: 'list' })
  @FieldResolver(() => Int, {
    description:
      'The community it belongs to (Louvain, weighted by shared items), numbered from 1, the largest first; always the same for the same graph. 所在社区',
  })
  community(@Root() member: NetworkMember, @Ctx() context: RequestContext) {
    return measureOf(context, member, 'communities');
  }
}
