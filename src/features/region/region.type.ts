import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({
  implements: Node,
  description: 'The region where a reform is promoted: 天津市 or 京津冀. 推广范围',
})
export class Region extends Node {
  @Field(() => String, { description: 'Name. 名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names that find it. 别名' })
  aliases!: string[];
}
