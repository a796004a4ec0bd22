import { ArgsType, Field, Float, InputType } from 'type-graphql';
import type {
  Approximation,
  DatePrecision,
  FirstKind,
  FirstScope,
  MilestoneKind,
} from '../../domain/facts.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import {
  ApproximationEnum,
  DatePrecisionEnum,
  FirstKindEnum,
  FirstScopeEnum,
  MilestoneKindEnum,
} from './fact.enums.ts';

@InputType({ description: 'Which first claims to return: all conditions must match. 首创筛选' })
export class FirstClaimFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Belongs to reform items that match this filter: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => [FirstScopeEnum], { nullable: true, description: 'Has one of these scopes. 范围' })
  scopes?: FirstScope[];

  @Field(() => [FirstKindEnum], { nullable: true, description: 'Has one of these kinds. 类型' })
  kinds?: FirstKind[];
}

@InputType({ description: 'Which figures to return: all conditions must match. 数据筛选' })
export class FigureFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Belongs to reform items that match this filter: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => [String], { nullable: true, description: 'Has one of these units, such as 元 or 家. 单位' })
  units?: string[];

  @Field(() => Float, {
    nullable: true,
    description: 'At least this value, in the printed unit without 万 and 亿. 下限',
  })
  minValue?: number;

  @Field(() => Float, { nullable: true, description: 'At most this value. 上限' })
  maxValue?: number;

  @Field(() => [ApproximationEnum], { nullable: true, description: 'One of these. 约数' })
  approximations?: Approximation[];
}

@InputType({ description: 'Which milestones to return: all conditions must match. 时间筛选' })
export class MilestoneFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Belongs to reform items that match this filter: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => String, {
    nullable: true,
    description:
      'On this date or later, such as "2023", "2023-06" or "2023-06-30": excludes milestones that end before it. 起',
  })
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'On this date or earlier: excludes milestones that begin after it. 止',
  })
  to?: string;

  @Field(() => [DatePrecisionEnum], { nullable: true, description: 'Has one of these precisions. 精度' })
  precisions?: DatePrecision[];

  @Field(() => [MilestoneKindEnum], { nullable: true, description: 'Has one of these kinds. 类型' })
  kinds?: MilestoneKind[];
}

@ArgsType()
export class FirstClaimsArgs extends PageArgs {
  @Field(() => FirstClaimFilter, { nullable: true, description: 'Which ones to return. Default: all. 筛选' })
  filter?: FirstClaimFilter;
}

@ArgsType()
export class FiguresArgs extends PageArgs {
  @Field(() => FigureFilter, { nullable: true, description: 'Which ones to return. Default: all. 筛选' })
  filter?: FigureFilter;
}

@ArgsType()
export class MilestonesArgs extends PageArgs {
  @Field(() => MilestoneFilter, { nullable: true, description: 'Which ones to return. Default: all. 筛选' })
  filter?: MilestoneFilter;
}
