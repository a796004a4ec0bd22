import { Field, ObjectType } from 'type-graphql';
import type { FirstKind, FirstScope } from '../../domain/facts.ts';
import { Node } from '../node/node.type.ts';
import { FirstKindEnum, FirstScopeEnum } from './fact.enums.ts';

@ObjectType({
  implements: Node,
  description: 'A claim in an item that something is the first of its kind: 全国首单…. 首创',
})
export class FirstClaim extends Node {
  @Field(() => FirstScopeEnum, { description: 'The scope of the claim. 范围' })
  scope!: FirstScope;

  @Field(() => FirstKindEnum, { description: 'The first, or among the first. 类型' })
  kind!: FirstKind;

  @Field(() => String, {
    description: 'The subject of the claim, cut from the text without the words of the claim. 首创内容',
  })
  subject!: string;
}
