import { Field, ObjectType } from 'type-graphql';
import type { DatePart, DatePrecision, MilestoneKind } from '../../domain/facts.ts';
import { Node } from '../node/node.type.ts';
import { DatePartEnum, DatePrecisionEnum, MilestoneKindEnum } from './fact.enums.ts';

@ObjectType({ implements: Node, description: 'A date that an item gives, and what it is of. 时间节点' })
export class Milestone extends Node {
  @Field(() => String, {
    description:
      'ISO 8601, as precise as the text: "2023-12-06", "2023-12" or "2023"; of an interval its beginning. 日期',
  })
  date!: string;

  @Field(() => DatePrecisionEnum, { description: 'How precise date is. 精度' })
  precision!: DatePrecision;

  @Field(() => MilestoneKindEnum, { description: 'At, until or from the date on. 类型' })
  kind!: MilestoneKind;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 8601: the end of an interval; null where it is none. 结束日期',
  })
  endDate?: string;

  @Field(() => DatePartEnum, {
    nullable: true,
    description: 'Where the text names the end of the month or year (of an interval: of endDate). 月末或年末',
  })
  part?: DatePart;

  @Field(() => String, { description: 'The clause that the date belongs to, cut from the text. 事件' })
  event!: string;

  @Field(() => String, {
    description: 'The first day that the words may mean: "2023-06-21" of 2023年6月底. 最早日期',
  })
  firstDay!: string;

  @Field(() => String, { description: 'The last day that the words may mean. 最晚日期' })
  lastDay!: string;
}
