import { Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { RELATIONSHIPS, type RelationshipType, relationshipTypes } from '../../domain/model.ts';
import { Computes } from '../../graphql/cost/declarations.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { findNode } from '../node/find-node.ts';
import { RelationshipKind } from '../node/kinds.ts';
import { traversal } from '../relationship/traversal.ts';
import { neighbourhoodOf } from './neighbourhood.ts';
import { type KindCount, MAX_RELATIONSHIPS, Subgraph } from './subgraph.type.ts';

const MAX_DEPTH = 3;
const MAX_NODES = 500;
/** The duration of each depth relative to depth 2. */
const SHARE_OF_DEPTH = [0.2, 1, 2];

@ArgsType()
class NeighbourhoodArgs {
  @Field(() => ID, {
    description: 'The node in the middle: its id, name, code or alias, as in paths. 中心节点',
  })
  of!: string;

  @Field(() => Int, { defaultValue: 1, description: `The number of steps, 1 to ${MAX_DEPTH}. 几步之内` })
  depth!: number;

  @Field(() => [RelationshipKind], {
    nullable: true,
    description:
      'Follow only these kinds of relationships. Default: all kinds, but no step beyond a region or batch, because they connect everything. An empty list allows none. 允许的关系',
  })
  through?: RelationshipType[];

  @Field(() => Int, {
    defaultValue: 200,
    description: `The maximum number of nodes, 1 to ${MAX_NODES}. 最多几个节点`,
  })
  limit!: number;
}

@Resolver()
export class NeighbourhoodResolver {
  @Computes({ work: 'neighbourhood', times: ({ depth }) => SHARE_OF_DEPTH[Number(depth) - 1] ?? 1 })
  @Query(() => Subgraph, {
    description:
      'The neighbourhood of a node: every node within the given number of steps, and the relationships between them. An unknown node is refused. 周围有什么',
  })
  async neighbourhood(
    @Args(() => NeighbourhoodArgs) { of, depth, through, limit }: NeighbourhoodArgs,
    @Ctx() context: RequestContext,
  ): Promise<Subgraph> {
    assertBetween('depth', depth, 1, MAX_DEPTH);
    assertBetween('limit', limit, 1, MAX_NODES);
    const { snapshot } = context;
    const centre = findNode(snapshot, of, 'of');
    const { reached, relationships, omitted, omittedRelationships } = await context.compute(() =>
      neighbourhoodOf(traversal(snapshot, through), centre, {
        depth,
        limit,
        mostRelationships: MAX_RELATIONSHIPS,
      }),
    );
    return {
      nodes: reached.map(({ nodeIndex, distance }) => ({
        node: snapshot.node(nodeIndex),
        distance,
        degrees: degreesOf(snapshot, nodeIndex),
      })),
      relationships: [...relationships],
      truncated: omitted + omittedRelationships > 0,
      omitted,
      omittedRelationships,
    };
  }
}

const degreesOf = (snapshot: GraphSnapshot, nodeIndex: number): KindCount[] =>
  relationshipTypes
    .map((kind) => ({ kind, gloss: RELATIONSHIPS[kind].gloss, count: snapshot.degree(nodeIndex, kind) }))
    .filter(({ count }) => count > 0);
