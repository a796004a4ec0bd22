import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { nodesOf } from '../../graphql/cost/list-bounds.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import type { Dimension } from '../cross-tabulation/dimensions.ts';
import { ReformItemFilterArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import {
  AgencyComparison,
  BatchComparison,
  ThemeComparison,
  ZoneComparison,
} from './batch-comparison.type.ts';
import { type BatchItems, compareBatches, PRESENCES, type Presence } from './compare-batches.ts';

const PresenceEnum = enumOf(PRESENCES);
registerEnumType(PresenceEnum, {
  name: 'BatchPresence',
  description: 'Which of two batches something must occur in. 出现于哪一批',
  valuesConfig: {
    EITHER: { description: 'In either or both. 任一批' },
    BOTH: { description: 'In both. 两批都有' },
    ONLY_A: { description: 'In the first and not in the second. 仅前一批' },
    ONLY_B: { description: 'In the second and not in the first. 仅后一批' },
  },
});

@ArgsType()
class ComparisonArgs extends ReformItemFilterArgs {
  @Field(() => String, { description: 'Code of the first batch, such as "tj-6". 前一批编号' })
  a!: string;

  @Field(() => String, { description: 'Code of the second, such as "tj-7". 后一批编号' })
  b!: string;
}

@ArgsType()
class PresenceArgs {
  @Field(() => PresenceEnum, {
    defaultValue: 'EITHER',
    description: 'Which batches it must occur in. 出现于哪一批',
  })
  in!: Presence;

  @Field(() => Int, {
    defaultValue: MAX_PAGE,
    description: `The maximum number of results, 1 to ${MAX_PAGE}. 最多几个`,
  })
  first!: number;
}

const MOST_FIRST = 'most items of both together first';

@Resolver(() => BatchComparison)
export class BatchComparisonResolver {
  @Computes('comparison')
  @Query(() => BatchComparison, {
    description:
      'Two batches side by side: for themes, zones and agencies, how many items of each. A code that the graph lacks is refused. 批次对比',
  })
  async batchComparison(
    @Args(() => ComparisonArgs) { a, b, filter }: ComparisonArgs,
    @Ctx() context: RequestContext,
  ) {
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    const [placeA, placeB] = [findBatch(snapshot, 'a', a), findBatch(snapshot, 'b', b)];
    return context.compute(function* () {
      const meant = new Set(yield* itemsMatching(snapshot, clauses));
      const itemsOf = (batch: number): number[] =>
        [...snapshot.linked(batch, 'PUBLISHED_IN', false)].filter((item) => meant.has(item));
      const items: BatchItems = { snapshot, a: itemsOf(placeA), b: itemsOf(placeB) };
      return {
        a: snapshot.node(placeA),
        b: snapshot.node(placeB),
        itemsA: items.a.length,
        itemsB: items.b.length,
        items,
      };
    });
  }

  @Computes('comparison')
  @Lists(nodesOf('Theme'))
  @FieldResolver(() => [ThemeComparison], { description: `Themes of the lower level, ${MOST_FIRST}. 主题` })
  themes(
    @Root() root: Compared,
    @Args(() => PresenceArgs) args: PresenceArgs,
    @Ctx() context: RequestContext,
  ) {
    return compared(context, root, 'THEME', 'theme', args);
  }

  @Computes('comparison')
  @Lists(nodesOf('PilotZone'))
  @FieldResolver(() => [ZoneComparison], { description: `Zones where they are piloted, ${MOST_FIRST}. 片区` })
  zones(
    @Root() root: Compared,
    @Args(() => PresenceArgs) args: PresenceArgs,
    @Ctx() context: RequestContext,
  ) {
    return compared(context, root, 'ZONE', 'zone', args);
  }

  @Computes('comparison')
  @Lists(nodesOf('Agency'))
  @FieldResolver(() => [AgencyComparison], { description: `Responsible agencies, ${MOST_FIRST}. 单位` })
  agencies(
    @Root() root: Compared,
    @Args(() => PresenceArgs) args: PresenceArgs,
    @Ctx() context: RequestContext,
  ) {
    return compared(context, root, 'AGENCY', 'agency', args);
  }
}

interface Compared {
  readonly items: BatchItems;
}

/** The counts, with each node in the field `name` of its GraphQL type. */
function compared(
  context: RequestContext,
  { items }: Compared,
  dimension: Dimension,
  name: string,
  args: PresenceArgs,
) {
  assertBetween('first', args.first, 1, MAX_PAGE);
  return context.compute(() =>
    compareBatches(items, dimension, args.in)
      .slice(0, args.first)
      .map(({ nodeIndex, ...counts }) => ({ ...counts, [name]: items.snapshot.node(nodeIndex) })),
  );
}

function findBatch(snapshot: GraphSnapshot, argument: string, code: string): number {
  const nodeIndex = snapshot.indexOf(`Batch:${code.trim()}`);
  if (nodeIndex !== undefined) return nodeIndex;
  const given = JSON.stringify(code.slice(0, 40));
  throw new InvalidInput(argument, `the graph has no batch ${given}; batches { code } lists them`);
}
