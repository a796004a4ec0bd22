import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { requireGlobalId, toGlobalId } from '../../graphql/relay/global-id.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { Node } from './node.type.ts';

const nodeIn = (snapshot: GraphSnapshot, id: string): AnyNode | null => {
  const nodeIndex = snapshot.indexOf(id);
  return nodeIndex === undefined ? null : snapshot.node(nodeIndex);
};

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The node with this id, or null if there is none. 按标识取节点',
  })
  node(
    @Arg('id', () => ID, { description: 'The id of any node. 全局标识' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    const nodeId = requireGlobalId(id, 'id');
    return nodeIn(context.snapshot, nodeId);
  }

  @Lists(atMost(MAX_PAGE))
  @Query(() => [Node], {
    nullable: 'items',
    description:
      'The nodes with these ids, in that order; null for each id that the graph lacks. 按标识取多个节点',
  })
  nodes(
    @Arg('ids', () => [ID], { description: `At most ${MAX_PAGE} ids. 全局标识` }) ids: string[],
    @Ctx() context: RequestContext,
  ) {
    if (ids.length > MAX_PAGE)
      throw new InvalidInput('ids', `${ids.length} ids; ask for at most ${MAX_PAGE} at once`);
    const nodeIds = ids.map((id, index) => requireGlobalId(id, `ids[${index}]`));
    return nodeIds.map((id) => nodeIn(context.snapshot, id));
  }

  @FieldResolver()
  id(@Root() node: { id: string }): string {
    return toGlobalId(node.id);
  }
}
