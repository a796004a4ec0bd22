import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({
  implements: Node,
  description: 'One reform in a bulletin: what was done and what it achieved. 改革事项',
})
export class ReformItem extends Node {
  @Field(() => String, {
    description:
      'Publisher, batch and number, such as "tj-7-17" for item 17 of the seventh batch of Tianjin. 编号',
  })
  code!: string;

  @Field(() => Int, { description: 'Its number in the bulletin, from 1. 序号' })
  number!: number;

  @Field(() => String, { description: 'Its title, as printed. 改革事项' })
  title!: string;

  @Field(() => String, { description: 'What was done and achieved, as printed. 主要内容及成效' })
  content!: string;

  @Field(() => String, { description: 'The printed text that `promotedTo` is read from. 推广范围原文' })
  scopeText!: string;

  @Field(() => String, { description: 'The printed text that `agencies` is read from. 负责单位原文' })
  agenciesText!: string;
}
