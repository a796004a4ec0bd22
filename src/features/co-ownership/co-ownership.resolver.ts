import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { coOwnershipPage } from '../../store/statements.gen.ts';
import {
  type ItemsBehind,
  ItemsBehindArgs,
  itemsById,
  loadItemsBehind,
} from '../reform-item/items-behind.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import { CoOwnership, CoOwnershipConnection } from './co-ownership.type.ts';

@ArgsType()
class CoOwnershipsArgs extends ReformItemListArgs {
  @Field(() => Int, {
    defaultValue: 1,
    description: 'Only pairs that share at least so many items. 至少共同几项',
  })
  minShared!: number;
}

@Resolver(() => CoOwnership)
export class CoOwnershipResolver {
  @Query(() => CoOwnershipConnection, {
    description: 'Which agencies are responsible for the same reform items: each pair once. 共同负责关系',
  })
  async coOwnerships(
    @Args(() => CoOwnershipsArgs) { minShared, filter, ...args }: CoOwnershipsArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (minShared < 1) throw new InvalidInput('minShared', `${minShared} is less than 1`);
    const clauses = await resolveFilter(context, filter);
    return loadConnection(context, {
      list: coOwnershipPage.file,
      keyType: 'int',
      args,
      info,
      fetch: async (page) =>
        (await context.read(coOwnershipPage, { ...page, clauses, minShared, mostItems: MAX_PAGE }))[0],
      idOf: ({ pairId }) => pairId,
      toEdge: ({ a, b, shared, either, itemIds }) => ({
        node: {
          agencies: [a, b],
          sharedCount: shared,
          jaccard: shared / either,
          ...itemsById(context, itemIds),
        },
      }),
    });
  }

  @FieldResolver(() => [ReformItem], { description: 'The items they share, by number. 共同事项' })
  sharedItems(@Root() pair: ItemsBehind, @Args(() => ItemsBehindArgs) args: ItemsBehindArgs) {
    return loadItemsBehind(pair, args);
  }
}
