import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Days, daysOf } from '../../domain/days.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { isOneOf } from '../../graphql/is-one-of.ts';
import { loadNodeList, type NodeCondition } from '../../graphql/node-list.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { foldText } from '../../text/fold-text.ts';
import { linkedToMeant } from '../reform-item/linked-to-meant.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { FigureConnection, FirstClaimConnection, MilestoneConnection } from './fact.connections.ts';
import {
  FigureFilter,
  FiguresArgs,
  FirstClaimsArgs,
  type MilestoneFilter,
  MilestonesArgs,
} from './fact.inputs.ts';
import { FigureSummary } from './figure.type.ts';
import { figuresByUnitIn } from './figures-by-unit.ts';

/** The cost of a filter, if the arguments have one. */
const FILTER = {
  work: 'factFilter',
  times: ({ filter }: { filter?: unknown }) => (filter == null ? 0 : 1),
} as const;

/** Lists of all facts in the bulletins, one list for each kind. */
@Resolver()
export class FactListsResolver {
  @Computes(FILTER)
  @Lists(nodesOf('FirstClaim'))
  @Query(() => FirstClaimConnection, {
    description: 'The first claims in the bulletins, in the order of the text. 首创列表',
  })
  firstClaims(
    @Args(() => FirstClaimsArgs) { filter, ...args }: FirstClaimsArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadNodeList(context, args, {
      label: 'FirstClaim',
      name: 'first-claims',
      keyOf: ({ position }) => position,
      filter,
      unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
      *condition() {
        const isMeant = yield* linkedToMeant(context, filter?.reformItems, 'STATES');
        return ({ scope, kind }, index) =>
          isOneOf(filter?.scopes, scope) && isOneOf(filter?.kinds, kind) && isMeant(index);
      },
    });
  }

  @Computes(FILTER)
  @Lists(nodesOf('Figure'))
  @Query(() => FigureConnection, {
    description: 'The figures in the bulletins, in the order of the text. 数据列表',
  })
  figures(@Args(() => FiguresArgs) { filter, ...args }: FiguresArgs, @Ctx() context: RequestContext) {
    return loadNodeList(context, args, {
      label: 'Figure',
      name: 'figures',
      keyOf: ({ position }) => position,
      filter,
      unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
      condition: () => figureCondition(context, filter),
    });
  }

  @Computes('figures')
  @Lists(upTo(MAX_PAGE, nodesOf('Figure')))
  @Query(() => [FigureSummary], {
    description: 'The figures grouped by unit, the most frequent units first; at most 100. 数据按单位汇总',
  })
  async figuresByUnit(
    @Arg('filter', () => FigureFilter, {
      nullable: true,
      description: 'Which figures to return. Default: all. 筛选',
    })
    filter: FigureFilter | undefined,
    @Ctx() context: RequestContext,
  ) {
    const { snapshot } = context;
    const summaries = await context.compute(function* () {
      const matches = yield* figureCondition(context, filter);
      return yield* figuresByUnitIn(snapshot, matches);
    });
    return summaries.slice(0, MAX_PAGE);
  }

  @Computes(FILTER)
  @Lists(nodesOf('Milestone'))
  @Query(() => MilestoneConnection, {
    description: 'The dated events in the bulletins, in the order of the text. 时间节点列表',
  })
  milestones(@Args(() => MilestonesArgs) args: MilestonesArgs, @Ctx() context: RequestContext) {
    return loadMilestones(context, 'POSITION', args);
  }

  @Computes(FILTER)
  @Lists(nodesOf('Milestone'))
  @Query(() => MilestoneConnection, {
    description:
      'The dated events in the bulletins, sorted by first day, then last day. Intervals are included. 时间线',
  })
  timeline(@Args(() => MilestonesArgs) args: MilestonesArgs, @Ctx() context: RequestContext) {
    return loadMilestones(context, 'DAY', args);
  }
}

function* figureCondition(
  context: RequestContext,
  filter: FigureFilter | undefined | null,
): Pieces<NodeCondition<'Figure'>> {
  const isMeant = yield* linkedToMeant(context, filter?.reformItems, 'STATES');
  const units = filter?.units?.map(foldText);
  return ({ unit, approximation, value }, index) =>
    isOneOf(units, foldText(unit)) &&
    isOneOf(filter?.approximations, approximation) &&
    (filter?.minValue == null || value >= filter.minValue) &&
    (filter?.maxValue == null || value <= filter.maxValue) &&
    isMeant(index);
}

function loadMilestones(
  context: RequestContext,
  orderBy: 'POSITION' | 'DAY',
  { filter, ...args }: MilestonesArgs,
) {
  const notBefore = dayOf(filter, 'from', 'firstDay');
  const notAfter = dayOf(filter, 'to', 'lastDay');
  return loadNodeList(context, args, {
    label: 'Milestone',
    name: `milestones ${orderBy}`,
    keyOf: ({ position, firstDay, lastDay }) =>
      orderBy === 'DAY' ? `${firstDay} ${lastDay} ${position}` : position,
    filter,
    unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
    *condition() {
      const isMeant = yield* linkedToMeant(context, filter?.reformItems, 'STATES');
      return ({ firstDay, lastDay, precision, kind }, index) =>
        (notBefore === null || lastDay >= notBefore) &&
        (notAfter === null || firstDay <= notAfter) &&
        isOneOf(filter?.precisions, precision) &&
        isOneOf(filter?.kinds, kind) &&
        isMeant(index);
    },
  });
}

/** @throws InvalidInput naming the field, if the text is not a calendar date */
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
