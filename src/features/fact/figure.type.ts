import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Approximation } from '../../domain/facts.ts';
import { Node } from '../node/node.type.ts';
import { ApproximationEnum } from './fact.enums.ts';

@ObjectType({ implements: Node, description: 'A quantity that an item gives: 1.91亿元, 80余家. 数据' })
export class Figure extends Node {
  @Field(() => Float, {
    description: 'The number in that unit: 1.91亿元 is 191000000, 3.24% is 3.24. 数值',
  })
  value!: number;

  @Field(() => String, {
    description: 'The unit as printed, without 万 and 亿; 美金 becomes 美元. 单位',
  })
  unit!: string;

  @Field(() => ApproximationEnum, { description: 'How the true number compares with `value`. 约数' })
  approximation!: Approximation;

  @Field(() => String, {
    nullable: true,
    description:
      'The date that the sentence gives for the figure, such as "2023" or "2023-12-31"; null if none. 日期',
  })
  date?: string;
}

@ObjectType({ description: 'A summary of the figures with one unit. 同单位的数据' })
export class FigureSummary {
  @Field(() => String, { description: 'The unit. 单位' })
  unit!: string;

  @Field(() => Int, { description: 'The number of figures with this unit. 个数' })
  count!: number;

  @Field(() => Float, {
    description: 'The sum of the printed values. They can overlap. 合计',
  })
  total!: number;

  @Field(() => Float, { description: 'The smallest value. 最小' })
  least!: number;

  @Field(() => Float, { description: 'The largest value. 最大' })
  most!: number;
}
