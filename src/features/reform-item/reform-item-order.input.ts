import { Field, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../graphql/enum-of.ts';
import { OrderDirection } from '../../graphql/order-direction.ts';

export const ReformItemOrderField = enumOf(['NUMBER', 'TITLE', 'AGENCY_COUNT', 'RELEVANCE']);
registerEnumType(ReformItemOrderField, {
  name: 'ReformItemOrderField',
  description: 'The fields that reform items can be sorted by. 排序依据',
  valuesConfig: {
    NUMBER: { description: 'Publisher, batch and number. 序号' },
    TITLE: { description: 'The title, in pinyin order. 标题拼音' },
    AGENCY_COUNT: { description: 'The number of responsible agencies. 负责单位数' },
    RELEVANCE: {
      description:
        'How well an item matches `filter.text`, which is required. The best match has the highest score. 相关度',
    },
  },
});

@InputType({ description: 'How to sort reform items. 排序' })
export class ReformItemOrder {
  @Field(() => ReformItemOrderField, { description: 'The field to sort by. 依据' })
  field!: keyof typeof ReformItemOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    description: 'The sort direction. Default: ASC; for RELEVANCE, DESC. 方向',
  })
  direction?: OrderDirection;
}
