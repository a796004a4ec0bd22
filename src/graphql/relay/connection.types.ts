import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Page, SameNode } from '../cost/declarations.ts';

@ObjectType({ description: 'The position of a page in its list (Relay). 分页信息' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow after `endCursor`. 后面还有' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before `startCursor`. 前面还有' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first edge; null on an empty page. 首条的游标',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last edge; null on an empty page. 末条的游标',
  })
  endCursor!: string | null;
}

/** The base of an edge type: its node and cursor. The subclass adds the relationship's properties. */
export function edgeTo<N extends object>(nodeType: () => ClassType<N> | (abstract new () => N)) {
  @ObjectType()
  abstract class EdgeBase {
    @SameNode()
    @Field(() => nodeType() as ClassType<N>, {
      description: 'The node at the other end of the relationship. 对端节点',
    })
    node!: N;

    @Field(() => String, {
      description: 'The position of this edge in its list, for `after` and `before`. 游标',
    })
    cursor!: string;
  }
  return EdgeBase;
}

/** The base of a connection type over such edges. */
export function connectionOf<N extends object, E extends object>(
  nodeType: () => ClassType<N> | (abstract new () => N),
  edgeType: () => ClassType<E>,
) {
  @ObjectType()
  abstract class ConnectionBase {
    @Page('edges')
    @Field(() => [edgeType()], {
      description: 'The edges of this page, with the properties of each relationship. 边',
    })
    edges!: E[];

    @Page('nodes')
    @Field(() => [nodeType() as ClassType<N>], {
      description: 'The nodes of this page: shorter to write than `edges { node }`. 节点',
    })
    nodes!: N[];

    @Field(() => PageInfo, { description: 'The position of this page in the list. 分页信息' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'The number of items in the whole list. 总数' })
    totalCount!: number;
  }
  return ConnectionBase;
}
