import { type GraphQLField, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { declared } from './declarations.ts';
import type { GraphStatistics } from './graph-statistics.ts';
import type { Occurrences } from './occurrences.ts';
import { WAYS, weightOf } from './weights.ts';

type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;

/** How long a field of some objects computes, in milliseconds, apart from what is selected of it. */
export function millisecondsOf(
  field: AnyField,
  args: Arguments,
  parents: Occurrences,
  statistics: GraphStatistics,
): number {
  const { computes, countsWays, lists } = declared(field);
  let filtering = 0;
  if (filtersItems(field, args))
    filtering = weightOf('filter', statistics) * timesFiltered(field, parents, statistics);
  if (countsWays && lists !== undefined) {
    const { members } = lists(parents, Number.POSITIVE_INFINITY, statistics);
    return filtering + parents.count * WAYS.call + (parents.repeats * members * WAYS.thousand) / 1000;
  }
  if (computes === undefined) return filtering;
  const times = (computes.times?.(args) ?? 1) * (computes.per === 'list' ? parents.lists : parents.count);
  return filtering + times * weightOf(computes.work, statistics);
}

/** A node's own list is filtered by itself, and so in all no more items than those lists have. */
function timesFiltered(field: AnyField, parents: Occurrences, statistics: GraphStatistics): number {
  const { lists } = declared(field);
  if (parents.label === undefined || lists === undefined) return parents.count;
  const items = lists(parents, Number.POSITIVE_INFINITY, statistics).count;
  return items / Math.max(1, statistics.nodes('ReformItem'));
}

/** Whether a filter of reform items is given, by itself or within the filter of another list. */
const filtersItems = ({ args: declaredArgs }: AnyField, args: Arguments): boolean =>
  declaredArgs.some(({ name, type }) => isItemFilter(type, args[name]));

/** Whether a value is a filter of reform items, or has one within it. */
export function isItemFilter(type: GraphQLInputType, given: unknown): boolean {
  const named = getNamedType(type);
  if (given == null || !isInputObjectType(named)) return false;
  if (named.extensions.filtersItems === true) return true;
  return Object.values(named.getFields()).some((field) =>
    isItemFilter(field.type, (given as Arguments)[field.name]),
  );
}
