import { Field, ObjectType } from 'type-graphql';
import { Node } from '../node/node.type.ts';

@ObjectType({ implements: Node, description: 'A document that items cite: 《…》. 文件' })
export class PolicyDocument extends Node {
  @Field(() => String, { description: 'Its title, without the outer marks. 标题' })
  title!: string;
}
