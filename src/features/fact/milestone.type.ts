import { Field, ObjectType } from 'type-graphql';
import type { DatePart, DatePrecision, MilestoneKind } from '../../domain/facts.ts';
import { Node } from '../node/node.type.ts';
import { DatePartEnum, DatePrecisionEnum, MilestoneKindEnum } from './fact.enums.ts';

@ObjectType({ implements: Node, description: 'A date in an item, and the event it belongs to. 时间节点' })
export class Milestone extends Node {
  @Field(() => String, {
    description:
      'The date as ISO 8601, as precise as the text: "2023-12-06", "2023-12" or "2023". For an interval, its start. 日期',
  })
  date!: string;

  @Field(() => DatePrecisionEnum, { description: 'The precision of `date`. 精度' })
  precision!: DatePrecision;

  @Field(() => MilestoneKindEnum, { description: 'Whether it happened on, until or from the date. 类型' })
  kind!: MilestoneKind;

  @Field(() => String, {
    nullable: true,
    description: 'The end of the interval, ISO 8601; null if it is no interval. 结束日期',
  })
  endDate?: string;

  @Field(() => DatePartEnum, {
    nullable: true,
    description:
      'The part of the month or year that the text names (for an interval, of `endDate`). 月末或年末',
  })
  part?: DatePart;

  @Field(() => String, { description: 'The clause that the date belongs to, cut from the text. 事件' })
  event!: string;

  @Field(() => String, {
    description: 'The first day that the words can mean: "2023-06-21" for 2023年6月底. 最早日期',
  })
  firstDay!: string;

  @Field(() => String, { description: 'The last day that the words can mean. 最晚日期' })
  lastDay!: string;
}
