import { ArgsType, Field, InputType, Int, registerEnumType } from 'type-graphql';
import { enumOf } from '../../graphql/enum-of.ts';
import { OrderDirection } from '../../graphql/order-direction.ts';
import { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import { AgencyKind, AgencyLevel } from './agency.type.ts';

export const AgencyOrderField = enumOf(['NAME', 'REFORM_ITEM_COUNT']);
registerEnumType(AgencyOrderField, {
  name: 'AgencyOrderField',
  description: 'What agencies can be sorted by. 排序依据',
  valuesConfig: {
    NAME: { description: 'Name, by pinyin. 名称拼音' },
    REFORM_ITEM_COUNT: { description: 'How many items it is responsible for. 负责事项数' },
  },
});

@InputType({ description: 'How to sort agencies. 排序' })
export class AgencyOrder {
  @Field(() => AgencyOrderField, { description: 'What to sort by. 依据' })
  field!: keyof typeof AgencyOrderField;

  @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'Which way. 方向' })
  direction!: OrderDirection;
}

@InputType({ description: 'Which agencies are meant: one must meet every condition given. 筛选' })
export class AgencyFilter {
  @Field(() => [AgencyKind], { nullable: true, description: 'Of one of these kinds. 性质' })
  kinds?: (keyof typeof AgencyKind)[];

  @Field(() => [AgencyLevel], { nullable: true, description: 'Of one of these levels. 层级' })
  levels?: (keyof typeof AgencyLevel)[];

  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Responsible for items that meet this: { themes: { anyOf: ["融资租赁"] } }; for at least minReformItems of them. 负责的事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => Int, {
    nullable: true,
    description:
      'Responsible for at least so many items, of those that meet reformItems where that is given; 1 where left out, and 0 adds agencies that are only named in texts. 至少几项',
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
      'A day such as "2018-10-31": the body that had this name then, and not the one that it became; null where none did. 截至日期',
  })
  asOf?: string;
}
