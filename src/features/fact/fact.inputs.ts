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

@InputType({ description: 'Which first claims; all conditions must hold. 首创筛选' })
export class FirstClaimFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description: 'Of reform items that meet this: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => [FirstScopeEnum], { nullable: true, description: 'Of any of these scopes. 范围' })
  scopes?: FirstScope[];

  @Field(() => [FirstKindEnum], { nullable: true, description: 'Of any of these kinds. 类型' })
  kinds?: FirstKind[];
}

@InputType({ description: 'Which figures; all conditions must hold. 数据筛选' })
export class FigureFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description: 'Of reform items that meet this: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => [String], { nullable: true, description: 'Of any of these units, such as 元 or 家. 单位' })
  units?: string[];

  @Field(() => Float, { nullable: true, description: 'Of this value or more, in the unit itself. 下限' })
  minValue?: number;

  @Field(() => Float, { nullable: true, description: 'Of this value or less. 上限' })
  maxValue?: number;

  @Field(() => [ApproximationEnum], { nullable: true, description: 'Any of these. 约数' })
  approximations?: Approximation[];
}

@InputType({ description: 'Which milestones; all conditions must hold. 时间筛选' })
export class MilestoneFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description: 'Of reform items that meet this: { zones: { anyOf: ["东疆片区"] } }. 所在事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => String, {
    nullable: true,
    description:
      'Of this date or later, such as "2023", "2023-06" or "2023-06-30": no milestone that ends before it. 起',
  })
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of this date or earlier: no milestone that begins after it. 止',
  })
  to?: string;

  @Field(() => [DatePrecisionEnum], { nullable: true, description: 'Of any of these precisions. 精度' })
  precisions?: DatePrecision[];

  @Field(() => [MilestoneKindEnum], { nullable: true, description: 'Of any of these kinds. 类型' })
  kinds?: MilestoneKind[];
}

@ArgsType()
export class FirstClaimsArgs extends PageArgs {
  @Field(() => FirstClaimFilter, { nullable: true, description: 'Which ones; all where left out. 筛选' })
  filter?: FirstClaimFilter;
}

@ArgsType()
export class FiguresArgs extends PageArgs {
  @Field(() => FigureFilter, { nullable: true, description: 'Which ones; all where left out. 筛选' })
  filter?: FigureFilter;
}

@ArgsType()
export class MilestonesArgs extends PageArgs {
  @Field(() => MilestoneFilter, { nullable: true, description: 'Which ones; all where left out. 筛选' })
  filter?: MilestoneFilter;
}
