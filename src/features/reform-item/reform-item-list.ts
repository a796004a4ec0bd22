import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import { ReformItemFilter } from './reform-item-filter.input.ts';

/** For questions about the items that meet a filter. */
@ArgsType()
export class ReformItemFilterArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items; all where left out. 筛选' })
  filter?: ReformItemFilter;
}

@ArgsType()
export class ReformItemListArgs extends PageArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items; all where left out. 筛选' })
  filter?: ReformItemFilter;
}
