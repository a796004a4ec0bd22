import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Page, SameNode } from '../cost/declarations.ts';

@ObjectType({ description: 'Where a page lies in its list (Relay). 分页信息' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow behind endCursor. 后面还有' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are any before startCursor. 前面还有' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first edge; null on an empty page. 首条的游标',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge; null on an empty page. 末条的游标',
  })
  endCursor!: string | null;
}

/** The base of an edge type: its node and cursor; what the relationship carries is added by the subclass. */
export function edgeTo<N extends object>(nodeType: () => ClassType<N> | (abstract new () => N)) {
  @ObjectType()
  abstract class EdgeBase {
    @SameNode()
    @Field(() => nodeType() as ClassType<N>, { description: 'The node at the other end. 对端节点' })
    node!: N;

    @Field(() => String, { description: 'Place of this edge in its list, for after and before. 游标' })
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
    @Field(() => [edgeType()], { description: 'The page, with what each relationship carries. 边' })
    edges!: E[];

    @Page('nodes')
    @Field(() => [nodeType() as ClassType<N>], {
      description: 'The page without its edges: shorter to write. 节点',
    })
    nodes!: N[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list. 分页信息' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many the whole list has. 总数' })
    totalCount!: number;
  }
  return ConnectionBase;
}
