import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { declared } from './declarations.ts';
import type { GraphStatistics } from './graph-statistics.ts';
import type { Occurrences } from './occurrences.ts';
import { sum } from './sum.ts';
import { WAYS, weightOf } from './weights.ts';
import { MAX_WORDS, wordCount } from './word-count.ts';

type Arguments = Readonly<Record<string, unknown>>;
type AnyField = GraphQLField<unknown, unknown>;

/** The computing time of a field of some objects, in milliseconds, without its selection. */
export function millisecondsOf(
  field: AnyField,
  args: Arguments,
  parents: Occurrences,
  statistics: GraphStatistics,
): number {
  const { computes, countsWays, lists } = declared(field);
  let filtering = 0;
  const words = wordsToFilterBy(field, args);
  if (words !== undefined) {
    const text =
      words === 0 ? 0 : weightOf('filterText', statistics) + words * weightOf('filterWord', statistics);
    filtering = (weightOf('filter', statistics) + text) * timesFiltered(field, parents, statistics);
  }
  if (countsWays && lists !== undefined) {
    const { likelyMembers } = lists(parents, Number.POSITIVE_INFINITY, statistics);
    return filtering + parents.count * WAYS.call + (parents.repeats * likelyMembers * WAYS.thousand) / 1000;
  }
  if (computes === undefined) return filtering;
  const computing = computes.map(({ work, times, per }) => {
    const once = (times?.(args, statistics) ?? 1) * weightOf(work, statistics);
    return once * (per === 'list' ? parents.lists : parents.count);
  });
  return filtering + sum(computing);
}

/** A node's own list is filtered separately. So in total no more items are filtered than those lists have. */
function timesFiltered(field: AnyField, parents: Occurrences, statistics: GraphStatistics): number {
  const { lists } = declared(field);
  if (parents.label === undefined || lists === undefined) return parents.count;
  const items = lists(parents, Number.POSITIVE_INFINITY, statistics).count;
  return items / Math.max(1, statistics.nodes('ReformItem'));
}

/** The number of words in the given filters of reform items, also in filters inside the filter of another list. */
function wordsToFilterBy({ args: declaredArgs }: AnyField, args: Arguments): number | undefined {
  const words = declaredArgs
    .map(({ name, type }) => wordsOfItemFilter(type, args[name]))
    .filter((each) => each !== undefined);
  return words.length === 0 ? undefined : sum(words);
}

/** The number of words in a filter of reform items: the value itself or a part of it; undefined if there is none. */
export function wordsOfItemFilter(type: GraphQLInputType, given: unknown): number | undefined {
  const named = getNamedType(type);
  if (given == null || !isInputObjectType(named)) return undefined;
  if (named.extensions.filtersItems === true) return Math.min(MAX_WORDS, wordsIn(type, given));
  for (const field of Object.values(named.getFields())) {
    const words = wordsOfItemFilter(field.type, (given as Arguments)[field.name]);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Filters that nest deeper are refused, not executed. */
const MAX_LEVELS = 20;

/** The number of search words in the texts of a value. */
function wordsIn(type: GraphQLInputType, given: unknown, level = 0): number {
  const nullable = getNullableType(type);
  if (given == null || level > MAX_LEVELS) return 0;
  if (isListType(nullable)) {
    // GraphQL accepts a single value for a list.
    const values = Array.isArray(given) ? given : [given];
    return sum(values.map((each) => wordsIn(nullable.ofType, each, level)));
  }
  if (!isInputObjectType(nullable)) return 0;
  return sum(
    Object.values(nullable.getFields()).map(({ name, type: inner, extensions }) => {
      const value = (given as Arguments)[name];
      return extensions.words === true ? wordCount(String(value ?? '')) : wordsIn(inner, value, level + 1);
    }),
  );
}
