import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import { ReformItemFilter } from './reform-item-filter.input.ts';

/** Arguments of fields about the items that match a filter. */
@ArgsType()
export class ReformItemFilterArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items to return. Default: all. 筛选' })
  filter?: ReformItemFilter;
}

@ArgsType()
export class ReformItemListArgs extends PageArgs {
  @Field(() => ReformItemFilter, { nullable: true, description: 'Which items to return. Default: all. 筛选' })
  filter?: ReformItemFilter;
}
