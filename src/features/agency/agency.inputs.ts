import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../graphql/enum-of.ts';
import { OrderDirection } from '../../graphql/order-direction.ts';
import { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import { AgencyKind, AgencyLevel } from './agency.type.ts';

export const AgencyOrderField = enumOf(['NAME', 'REFORM_ITEM_COUNT']);
registerEnumType(AgencyOrderField, {
  name: 'AgencyOrderField',
  description: 'The fields that agencies can be sorted by. 排序依据',
  valuesConfig: {
    NAME: { description: 'The name, in pinyin order. 名称拼音' },
    REFORM_ITEM_COUNT: { description: 'The number of items it is responsible for. 负责事项数' },
  },
});

@InputType({ description: 'How to sort agencies. 排序' })
export class AgencyOrder {
  @Field(() => AgencyOrderField, { description: 'The field to sort by. 依据' })
  field!: keyof typeof AgencyOrderField;

  @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'The sort direction. 方向' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which agencies to return: an agency must match every condition. 筛选' })
export class AgencyFilter {
  @Field(() => [AgencyKind], { nullable: true, description: 'Has one of these kinds. 性质' })
  kinds?: (keyof typeof AgencyKind)[];

  @Field(() => [AgencyLevel], { nullable: true, description: 'Has one of these levels. 层级' })
  levels?: (keyof typeof AgencyLevel)[];

  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Is responsible for items that match this filter: { themes: { anyOf: ["融资租赁"] } }, for at least `minReformItems` of them. 负责的事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => Int, {
    nullable: true,
    description:
      'Is responsible for at least this many items (of those that match `reformItems`, if given). Default: 1. With 0, agencies that are only named in texts are included. 至少几项',
  })
  minReformItems?: number;
}

@ArgsType()
export class AgencyArgs {
  @Field(() => String, { description: 'Such as 天津市商务局 or 市商务局. 名称、别名或曾用名' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A day such as "2018-10-31": returns the agency that had this name on that day; null if none had it. 截至日期',
  })
  asOf?: string;
}
