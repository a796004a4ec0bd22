import { Field, ID, ObjectType } from 'type-graphql';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { NodeKind } from '../node/kinds.ts';

/** The maximum number of names reported for one filter. */
export const MAX_UNMATCHED = 20;
export const MAX_NEAREST = 5;

@ObjectType({ description: 'A node with a similar name. 相近名称' })
export class NearestNode {
  @Field(() => ID, { description: 'The node’s id. 全局标识' })
  id!: string;

  @Field(() => String, { description: 'Its name, or the code of a batch. 名称' })
  name!: string;

  @Field(() => NodeKind, { description: 'What it is. 类型' })
  kind!: string;
}

@ObjectType({
  description: 'A name in a filter that the graph does not have. It matches nothing. 未匹配的名称',
})
export class UnmatchedName {
  @Field(() => String, { description: 'The name as given. 所给名称' })
  name!: string;

  @Field(() => String, {
    description: 'Its position in the arguments, such as filter.agencies.anyOf[1]. 所在位置',
  })
  argument!: string;

  @Lists(atMost(MAX_NEAREST))
  @Field(() => [NearestNode], {
    description: `Nodes of that kind with a similar name, by letters, by sound or by common characters: at most ${MAX_NEAREST}, the nearest first. 相近的名称`,
  })
  nearest!: NearestNode[];
}
