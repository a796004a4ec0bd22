import { Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import type { RelationshipType } from '../../domain/model.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot, Step } from '../../snapshot/graph-snapshot.ts';
import { findNode } from '../node/find-node.ts';
import { RelationshipKind } from '../node/kinds.ts';
import { relationshipAt } from '../relationship/relationship.type.ts';
import { traversal } from '../relationship/traversal.ts';
import { Path, toSentence } from './path.type.ts';
import { shortestPaths } from './shortest-paths.ts';

const MAX_LENGTH = 8;

@ArgsType()
class PathsArgs {
  @Field(() => ID, {
    description:
      'The start node: its id, name, code or alias. A name or code takes precedence over another node’s alias. A text that fits several nodes is refused. 起点：标识、名称、编号或别名',
  })
  from!: string;

  @Field(() => ID, { description: 'The end node, given in the same way. 终点' })
  to!: string;

  @Field(() => Int, {
    defaultValue: 6,
    description: `The maximum path length, 1 to ${MAX_LENGTH} relationships. 最长几步`,
  })
  maxLength!: number;

  @Field(() => [RelationshipKind], {
    nullable: true,
    description:
      'Follow only these kinds of relationships, in either direction. Default: all kinds, but no path through a region or batch, because they connect everything. An empty list allows none. 允许的关系',
  })
  through?: RelationshipType[];

  @Field(() => Int, {
    defaultValue: 10,
    description: `The maximum number of paths, 1 to ${MAX_PAGE}. 最多几条`,
  })
  first!: number;
}

@Resolver()
export class PathResolver {
  @Computes('paths')
  @Lists(atMost(MAX_PAGE))
  @Query(() => [Path], {
    description:
      'How two nodes are connected: all shortest paths between them, in a fixed order; none if they are further apart than `maxLength`. Unknown or equal end nodes are refused. 两者如何关联',
  })
  async paths(
    @Args(() => PathsArgs) { from, to, maxLength, through, first }: PathsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Path[]> {
    assertBetween('maxLength', maxLength, 1, MAX_LENGTH);
    assertBetween('first', first, 1, MAX_PAGE);
    const { snapshot } = context;
    const [start, end] = [findNode(snapshot, from, 'from'), findNode(snapshot, to, 'to')];
    if (start === end) throw new InvalidInput('to', 'is the node that from is; give two different ones');
    return context.compute(() => {
      const paths: Path[] = [];
      for (const steps of shortestPaths(traversal(snapshot, through), start, end, maxLength)) {
        paths.push(toPath(snapshot, start, steps));
        if (paths.length === first) break;
      }
      return paths;
    });
  }
}

function toPath(snapshot: GraphSnapshot, start: number, steps: readonly Step[]): Path {
  const nodeIndexes = [start, ...steps.map(({ other }) => other)];
  const nodes = nodeIndexes.map((nodeIndex) => snapshot.node(nodeIndex));
  const relationships = steps.map((step, index) =>
    relationshipAt(snapshot, nodeIndexes[index] as number, step),
  );
  const oneBatch = snapshot.ofLabel('Batch').length <= 1;
  return {
    length: steps.length,
    nodes,
    relationships,
    sentence: toSentence(nodes, relationships, oneBatch),
  };
}
