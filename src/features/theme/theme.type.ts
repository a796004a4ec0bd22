import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({
  implements: Node,
  description: 'What reforms are about, on two levels: 融资租赁 below 金融开放创新. 主题',
})
export class Theme extends Node {
  @Field(() => String, { description: 'Name. 名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names by which it can be looked up. 别名' })
  aliases!: string[];
}
