import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { membersOfGroup, pairsOf } from '../../graphql/cost/list-bounds.ts';
import { jsonTextOf } from '../../graphql/json-text.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { pageOfOrdered } from '../../graphql/relay/list-page.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { shortHash } from '../../graphql/short-hash.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { RESPONSIBLE } from '../../snapshot/relations.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import {
  loadUnderlyingItems,
  type UnderlyingItems,
  UnderlyingItemsArgs,
} from '../reform-item/underlying-items.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { CoOwnership, CoOwnershipConnection } from './co-ownership.type.ts';
import { coOwnersOf, type Pair, toCoOwnership } from './pairs.ts';

interface PairEdge {
  /** Minus the number of shared items: lists sort in ascending order, and the most shared come first. */
  readonly key: number;
  readonly pair: Pair;
}

@ArgsType()
class CoOwnershipsArgs extends ReformItemListArgs {
  @Field(() => Int, {
    defaultValue: 1,
    description: 'Only pairs that share at least this many items. 至少共同几项',
  })
  minShared!: number;
}

@Resolver(() => CoOwnership)
export class CoOwnershipResolver {
  @Computes('pairs')
  @Lists(pairsOf(RESPONSIBLE))
  @Query(() => CoOwnershipConnection, {
    description:
      'Pairs of agencies that are responsible for the same reform items, each pair once. 共同负责关系',
  })
  async coOwnerships(
    @Args(() => CoOwnershipsArgs) { minShared, filter, ...args }: CoOwnershipsArgs,
    @Ctx() context: RequestContext,
  ) {
    if (minShared < 1) throw new InvalidInput('minShared', `${minShared} is less than 1`);
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    const all = await context.computeCached(`co-ownerships ${clauses && jsonTextOf(clauses)}`, function* () {
      return [...coOwnersOf(snapshot, yield* itemsMatching(snapshot, clauses)).pairs];
    });
    const pairs = all.filter(({ items }) => items.length >= minShared);
    const idOf = ({ a, b }: Pair): string => `${snapshot.node(a).id}\0${snapshot.node(b).id}`;
    return loadConnection<'int', PairEdge, { node: ReturnType<typeof toCoOwnership> }>(
      context,
      {
        list: `co-ownerships ${shortHash(filter ?? null)}`,
        keyType: 'int',
        keysOfGraph: true,
        idOf: ({ pair }) => idOf(pair),
        toEdge: ({ pair }) => ({ node: toCoOwnership(snapshot, pair) }),
        unmatched: () => loadUnmatched(context, filter),
      },
      args,
      (page) =>
        pageOfOrdered(
          pairs,
          page,
          (pair): PairEdge => ({ key: -pair.items.length, pair }),
          ({ pair }) => idOf(pair),
        ),
    );
  }

  @Lists(membersOfGroup)
  @FieldResolver(() => [ReformItem], { description: 'The items they share, by number. 共同事项' })
  sharedItems(@Root() pair: UnderlyingItems, @Args(() => UnderlyingItemsArgs) args: UnderlyingItemsArgs) {
    return loadUnderlyingItems(pair, args);
  }
}
