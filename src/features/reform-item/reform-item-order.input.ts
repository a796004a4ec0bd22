import { Field, InputType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../graphql/enum-of.ts';
import { OrderDirection } from '../../graphql/order-direction.ts';

export const ReformItemOrderField = enumOf(['NUMBER', 'TITLE', 'AGENCY_COUNT', 'RELEVANCE']);
registerEnumType(ReformItemOrderField, {
  name: 'ReformItemOrderField',
  description: 'What reform items can be sorted by. 排序依据',
  valuesConfig: {
    NUMBER: { description: 'Publisher, batch and number. 序号' },
    TITLE: { description: 'Title, by pinyin. 标题拼音' },
    AGENCY_COUNT: { description: 'How many agencies are responsible. 负责单位数' },
    RELEVANCE: {
      description:
        'How well an item matches filter.text, which must be given; the best is the largest. 相关度',
    },
  },
});

@InputType({ description: 'How to sort reform items. 排序' })
export class ReformItemOrder {
  @Field(() => ReformItemOrderField, { description: 'What to sort by. 依据' })
  field!: keyof typeof ReformItemOrderField;

  @Field(() => OrderDirection, {
    nullable: true,
    description: 'Which way; where left out, ASC, and DESC by relevance. 方向',
  })
  direction?: OrderDirection;
}
