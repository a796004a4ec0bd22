import { allOf, always, anyOf, type Condition, clause, not } from '../../domain/clause-algebra.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { ISO_DATE_FORM, isIsoDate } from '../../domain/iso-date.ts';
import type { ItemClause } from '../../domain/item-clause.ts';
import { MAX_WORDS } from '../../graphql/cost/word-count.ts';
import { foldText } from '../../text/fold-text.ts';
import { distinctTerms, parseQuery, type QueryTerm } from '../search/parse-query.ts';
import type { ReformItemFilter, SetFilter } from './reform-item-filter.input.ts';

/** Limits for one filter, so that no filter takes long. */
const MAX_DEPTH = 6;
const MAX_CLAUSES = 100;
const MAX_FILTERS = 50;
const MAX_NAMES = 200;
const MAX_TEXT = 10_240;

/** The ids of the nodes that a name in a filter refers to; empty if the graph has none. */
export type Resolve = (
  kind: 'agencies' | 'zones' | 'themes' | 'regions' | 'batches' | 'batch' | 'asOf',
  name: string,
) => readonly string[];

/**
 * The condition of a filter, with names resolved to nodes.
 * @throws InvalidInput naming the place in the filter
 */
export function toCondition(
  filter: ReformItemFilter | undefined | null,
  resolve: Resolve,
  path = 'filter',
): Condition {
  if (filter == null) return always;
  if (path.split(/\.(?=and\[|or\[|not\b)/).length > MAX_DEPTH)
    throw new InvalidInput(path, `filters nest at most ${MAX_DEPTH} deep`);
  const nested = (each: ReformItemFilter, at: string): Condition =>
    toCondition(each, resolve, `${path}.${at}`);
  const oneOf = (
    kind: 'regions' | 'batches' | 'batch' | 'asOf',
    names: readonly (string | number)[],
  ): Condition => clause({ linkedToAny: [names.flatMap((name) => resolve(kind, String(name)))] });
  const parts: Condition[] = [
    ...(filter.batches ? [oneOf('batches', filter.batches)] : []),
    ...(filter.batch ? [oneOf('batch', filter.batch)] : []),
    ...(filter.asOf == null ? [] : [oneOf('asOf', [filter.asOf])]),
    ...(filter.regions ? [oneOf('regions', filter.regions)] : []),
    ...(['agencies', 'zones', 'themes'] as const).map((kind) => setCondition(kind, filter[kind], resolve)),
    countCondition(filter, path),
    textCondition(filter.text, path),
    ...(filter.and ?? []).map((each, index) => nested(each, `and[${index}]`)),
  ];
  return bounded(path, () => {
    if (filter.or) parts.push(anyOf(filter.or.map((each, index) => nested(each, `or[${index}]`))));
    if (filter.not) parts.push(not(nested(filter.not, 'not'), MAX_CLAUSES));
    return allOf(parts, MAX_CLAUSES);
  });
}

function bounded(path: string, build: () => Condition): Condition {
  try {
    return build();
  } catch (error) {
    if (error instanceof RangeError)
      throw new InvalidInput(path, `the filter has too many combinations (${error.message})`);
    throw error;
  }
}

const EMPTY = {
  agencies: [{ maxAgencies: 0 }, { minAgencies: 1 }],
  zones: [{ maxZones: 0 }, { minZones: 1 }],
  themes: [{ maxThemes: 0 }, { minThemes: 1 }],
} as const;

function setCondition(
  kind: 'agencies' | 'zones' | 'themes',
  filter: SetFilter | undefined | null,
  resolve: Resolve,
): Condition {
  if (filter == null) return always;
  const ids = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => [...resolve(kind, name)])),
  ];
  const emptiness = filter.isEmpty == null ? {} : EMPTY[kind][filter.isEmpty ? 0 : 1];
  return clause({
    ...emptiness,
    linkedToAny: [
      ...(filter.anyOf ? [ids(filter.anyOf)] : []),
      ...(filter.allOf ?? []).map((name) => ids([name])),
    ],
    linkedToNone: ids(filter.noneOf ?? []),
  });
}

function countCondition({ minAgencies, maxAgencies }: ReformItemFilter, path: string): Condition {
  if (minAgencies == null && maxAgencies == null) return always;
  for (const [name, value] of Object.entries({ minAgencies, maxAgencies })) {
    if (value != null && value < 0) throw new InvalidInput(`${path}.${name}`, `${value} is less than 0`);
  }
  return clause({
    ...(minAgencies == null ? {} : { minAgencies }),
    ...(maxAgencies == null ? {} : { maxAgencies }),
  });
}

function textCondition(text: string | undefined | null, path: string): Condition {
  if (text == null) return always;
  const at = `${path}.text`;
  if (text.length > MAX_TEXT) throw new InvalidInput(at, `is longer than ${MAX_TEXT} characters`);
  if (foldText(text) === '') throw new InvalidInput(at, 'is empty; leave it out to match all');
  const { wanted, unwanted } = parseQuery(text, at);
  // Punctuation alone contains no word, so it matches nothing.
  if (wanted.length + unwanted.length === 0) return anyOf([]);
  const textsOf = (terms: readonly QueryTerm[]): string[] => distinctTerms(terms).map((term) => term.text);
  return clause({ containsAll: textsOf(wanted), containsNone: textsOf(unwanted) });
}

/**
 * @throws InvalidInput if all texts of a filter together have too many words: each word is searched for in each item
 */
export function assertFewWords(clauses: readonly ItemClause[], path: string): void {
  const words = new Set(
    clauses.flatMap(({ containsAll, containsNone }) => [...containsAll, ...containsNone]),
  );
  if (words.size > MAX_WORDS)
    throw new InvalidInput(path, `looks for ${words.size} words; give at most ${MAX_WORDS}`);
}

/**
 * Limits the work for a filter; must run first.
 * @throws InvalidInput if the filter has too many parts or names; a repeated name counts each time
 */
export function assertBounded(filter: ReformItemFilter, path = 'filter'): void {
  const names = new Map<Parameters<Resolve>[0], number>();
  let filters = 0;
  const note = (
    kind: Parameters<Resolve>[0],
    given: readonly (string | number)[] | undefined | null,
  ): void => {
    const count = (names.get(kind) ?? 0) + (given?.length ?? 0);
    if (count > MAX_NAMES) throw new InvalidInput(`${path}.${kind}`, `names more than ${MAX_NAMES}`);
    names.set(kind, count);
  };
  const visit = (each: ReformItemFilter | undefined | null): void => {
    if (each == null) return;
    filters += 1;
    if (filters > MAX_FILTERS) throw new InvalidInput(path, `consists of more than ${MAX_FILTERS} filters`);
    note('batches', each.batches);
    note('batch', each.batch);
    if (each.asOf != null && !isIsoDate(each.asOf)) throw new InvalidInput(`${path}.asOf`, ISO_DATE_FORM);
    note('asOf', each.asOf == null ? [] : [each.asOf]);
    note('regions', each.regions);
    for (const kind of ['agencies', 'zones', 'themes'] as const) {
      for (const list of [each[kind]?.anyOf, each[kind]?.allOf, each[kind]?.noneOf]) note(kind, list);
    }
    for (const inner of [...(each.and ?? []), ...(each.or ?? []), each.not]) visit(inner);
  };
  visit(filter);
}
