import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({
  implements: Node,
  description: 'A subject of reforms, on two levels: 融资租赁 is below 金融开放创新. 主题',
})
export class Theme extends Node {
  @Field(() => String, { description: 'Name. 名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names that find it. 别名' })
  aliases!: string[];
}
