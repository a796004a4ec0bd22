import { Extensions, Field, InputType, Int } from 'type-graphql';

@InputType({
  description:
    'A condition on the nodes linked to an item, each given by name, alias or id. Names that the graph does not have match nothing. 集合条件',
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
    description: 'true: linked to none; false: linked to at least one. 为空',
  })
  isEmpty?: boolean;
}

@Extensions({ filtersItems: true })
@InputType({
  description:
    'Which reform items to return: an item must match every condition. An empty filter matches all. 筛选',
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
      'Published on or before this day, such as "2024-03-01". Excludes items of batches without a known day. 截至日期',
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
    description: 'By pilot zones. A whole zone does not include its parts. 试点片区',
  })
  zones?: SetFilter;

  @Field(() => SetFilter, {
    nullable: true,
    description: 'By themes. An upper-level theme includes the themes below it. 主题',
  })
  themes?: SetFilter;

  @Field(() => Int, {
    nullable: true,
    description: 'At least this many responsible agencies. 负责单位数下限',
  })
  minAgencies?: number;

  @Field(() => Int, { nullable: true, description: 'At most this many responsible agencies. 负责单位数上限' })
  maxAgencies?: number;

  @Extensions({ words: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Title or content contains all of these words, as in search: separate words with spaces; "…" for an exact phrase; -word to exclude a word. Ignores case, width, accents, traditional characters and spaces next to Chinese characters. Punctuation alone matches nothing. 文本包含',
  })
  text?: string;

  @Field(() => [ReformItemFilter], { nullable: true, description: 'All of these filters must match too. 且' })
  and?: ReformItemFilter[];

  @Field(() => [ReformItemFilter], {
    nullable: true,
    description: 'At least one of these filters must match too. An empty list matches no item. 或',
  })
  or?: ReformItemFilter[];

  @Field(() => ReformItemFilter, { nullable: true, description: 'Excludes items that match this filter. 非' })
  not?: ReformItemFilter;
}
