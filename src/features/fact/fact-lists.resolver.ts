import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { type Days, daysOf } from '../../domain/days.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadPage } from '../../graphql/relay/connection.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { figureByUnit, figurePage, firstClaimPage, milestonePage } from '../../store/statements.gen.ts';
import { itemsMeant } from '../reform-item/items-meant.ts';
import { FigureConnection, FirstClaimConnection, MilestoneConnection } from './fact.connections.ts';
import {
  FigureFilter,
  FiguresArgs,
  FirstClaimsArgs,
  type MilestoneFilter,
  MilestonesArgs,
} from './fact.inputs.ts';
import { FigureSummary } from './figure.type.ts';

/** Lists of all that the bulletins state, of one kind each. */
@Resolver()
export class FactListsResolver {
  @Query(() => FirstClaimConnection, {
    description: 'What the bulletins say to be the first of its kind, in their order. 首创列表',
  })
  firstClaims(
    @Args(() => FirstClaimsArgs) { filter, ...args }: FirstClaimsArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadPage(context, info, firstClaimPage, args, async () => ({
      scopes: filter?.scopes ?? null,
      kinds: filter?.kinds ?? null,
      items: await itemsMeant(context, filter?.reformItems),
    }));
  }

  @Query(() => FigureConnection, {
    description: 'The figures that the bulletins give, in their order. 数据列表',
  })
  figures(
    @Args(() => FiguresArgs) { filter, ...args }: FiguresArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadPage(context, info, figurePage, args, () => figureConditions(context, filter));
  }

  @Query(() => [FigureSummary], {
    description:
      'The figures of each unit together, the most frequent units first; at most 100. 数据按单位汇总',
  })
  async figuresByUnit(
    @Arg('filter', () => FigureFilter, {
      nullable: true,
      description: 'Which figures; all where left out. 筛选',
    })
    filter: FigureFilter | undefined,
    @Ctx() context: GraphContext,
  ) {
    return context.read(figureByUnit, { first: MAX_PAGE, ...(await figureConditions(context, filter)) });
  }

  @Query(() => MilestoneConnection, {
    description: 'The dates that the bulletins give, in their order. 时间节点列表',
  })
  milestones(
    @Args(() => MilestonesArgs) args: MilestonesArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadMilestones(context, info, 'POSITION', args);
  }

  @Query(() => MilestoneConnection, {
    description:
      'The dates that the bulletins give, by their first day, then their last; intervals are among them. 时间线',
  })
  timeline(
    @Args(() => MilestonesArgs) args: MilestonesArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadMilestones(context, info, 'DAY', args);
  }
}

const figureConditions = async (context: GraphContext, filter: FigureFilter | undefined | null) => ({
  units: filter?.units ?? null,
  approximations: filter?.approximations ?? null,
  minValue: filter?.minValue ?? null,
  maxValue: filter?.maxValue ?? null,
  items: await itemsMeant(context, filter?.reformItems),
});

function loadMilestones(
  context: GraphContext,
  info: GraphQLResolveInfo,
  orderBy: 'POSITION' | 'DAY',
  { filter, ...args }: MilestonesArgs,
) {
  const conditions = {
    notBefore: dayOf(filter, 'from', 'firstDay'),
    notAfter: dayOf(filter, 'to', 'lastDay'),
    precisions: filter?.precisions ?? null,
    kinds: filter?.kinds ?? null,
    orderBy,
  };
  return loadPage(
    context,
    info,
    milestonePage,
    args,
    async () => ({ ...conditions, items: await itemsMeant(context, filter?.reformItems) }),
    { name: orderBy },
  );
}

/** @throws InvalidInput naming the place, when the text is no date of the calendar */
function dayOf(
  filter: MilestoneFilter | undefined | null,
  at: 'from' | 'to',
  end: keyof Days,
): string | null {
  const text = filter?.[at];
  if (text == null) return null;
  const days = daysOf(text.trim());
  if (days === null) {
    const shown = JSON.stringify(text.slice(0, 40));
    throw new InvalidInput(`filter.${at}`, `${shown} is no date; write "2023", "2023-06" or "2023-06-30"`);
  }
  return days[end];
}
