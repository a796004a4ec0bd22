import { Extensions, Field, InputType, Int } from 'type-graphql';

@InputType({
  description:
    'Restricts an item by what it is linked to, each named by name, alias or id, compared as texts are. Names that the graph lacks match nothing. 集合条件',
})
export class SetFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'At least one of these; an empty list matches no item. 任一',
  })
  anyOf?: string[];

  @Field(() => [String], { nullable: true, description: 'All of these. 全部' })
  allOf?: string[];

  @Field(() => [String], { nullable: true, description: 'None of these. 均不' })
  noneOf?: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: linked to none at all; false: to one or more. 为空',
  })
  isEmpty?: boolean;
}

@Extensions({ filtersItems: true })
@InputType({
  description:
    'Which reform items are meant: an item must meet every condition given. An empty filter means all. 筛选',
})
export class ReformItemFilter {
  @Field(() => [Int], { nullable: true, description: 'Published in one of these batches, by number. 批次' })
  batches?: number[];

  @Field(() => [String], {
    nullable: true,
    description: 'Published in one of these batches, by code, such as "tj-7". 批次编号',
  })
  batch?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Published on this day or before, such as "2024-03-01". Items of a batch whose day is not known don’t count, whichever day is given. 截至日期',
  })
  asOf?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Promoted to one of these regions, such as 京津冀. 推广范围',
  })
  regions?: string[];

  @Field(() => SetFilter, { nullable: true, description: 'By responsible agencies. 负责单位' })
  agencies?: SetFilter;

  @Field(() => SetFilter, {
    nullable: true,
    description: 'By zones where it is piloted; a whole zone does not stand for its parts. 试点片区',
  })
  zones?: SetFilter;

  @Field(() => SetFilter, {
    nullable: true,
    description: 'By themes; a theme of the upper level stands for all themes below it. 主题',
  })
  themes?: SetFilter;

  @Field(() => Int, { nullable: true, description: 'At least so many responsible agencies. 负责单位数下限' })
  minAgencies?: number;

  @Field(() => Int, { nullable: true, description: 'At most so many responsible agencies. 负责单位数上限' })
  maxAgencies?: number;

  @Extensions({ words: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Title or content contains these words, all of them as in search: words with blanks between; "…" for a phrase as it stands; -word for one that is not in it. Case, width, accents, traditional characters and blanks beside Chinese characters make no difference. Signs alone match no item. 文本包含',
  })
  text?: string;

  @Field(() => [ReformItemFilter], { nullable: true, description: 'All of these filters as well. 且' })
  and?: ReformItemFilter[];

  @Field(() => [ReformItemFilter], {
    nullable: true,
    description: 'At least one of these filters as well; an empty list matches no item. 或',
  })
  or?: ReformItemFilter[];

  @Field(() => ReformItemFilter, { nullable: true, description: 'Not this filter. 非' })
  not?: ReformItemFilter;
}
