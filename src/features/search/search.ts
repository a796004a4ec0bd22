import { InvalidInput } from '../../domain/errors.ts';
import type { Pieces } from '../../snapshot/time-slices.ts';
import { findSpelled } from './find-spelled.ts';
import type { FoldedField, Span } from './folded-field.ts';
import { type FoundWord, findTerm, literalWord } from './found-word.ts';
import type { FieldMatch } from './matchers.ts';
import { distinctTerms, parseQuery, type QueryTerm } from './parse-query.ts';
import { scoreAll } from './score-words.ts';
import type { SearchIndex } from './search-index.ts';
import { groupSpelled } from './spelled-words.ts';

/** Misspellings are searched among all names, so only the first words of a search may be misspellings. */
const MAX_WITH_SLIPS = 8;

export interface Hit {
  readonly nodeIndex: number;
  readonly score: number;
}

/** The nodes that have every word of a search and none of the excluded ones. */
export class SearchResult {
  /** In no order. */
  readonly hits: readonly Hit[];
  readonly #index: SearchIndex;
  readonly #words: readonly FoundWord[];

  private constructor(index: SearchIndex, words: readonly FoundWord[], scores: ReadonlyMap<number, number>) {
    this.#index = index;
    this.#words = words;
    this.hits = Array.from(scores, ([nodeIndex, score]) => ({ nodeIndex, score }));
  }

  /**
   * Yields between steps.
   * @throws InvalidInput, see parseQuery; and if there are only words to exclude
   */
  static *find(index: SearchIndex, query: string, argument: string): Pieces<SearchResult> {
    const { wanted, unwanted } = parseQuery(query, argument);
    if (wanted.length === 0 && unwanted.length > 0)
      throw new InvalidInput(argument, 'has only words to exclude; give one to look for');
    const words: FoundWord[] = [];
    for (const [at, group] of groupSpelled(wanted).entries()) {
      const withSlips = at < MAX_WITH_SLIPS;
      const found =
        'exact' in group
          ? [yield* findTerm(index, group, withSlips)]
          : yield* findSpelled(index, group, withSlips);
      words.push(...found);
      // If one word is nowhere, no node can match, so the other words need no search.
      if (found.some(({ count }) => count === 0)) return new SearchResult(index, [], new Map());
    }
    const excluded: FoundWord[] = [];
    for (const { text } of distinctTerms(unwanted)) excluded.push(yield* literalWord(index, text));
    return new SearchResult(index, words, yield* scoreAll(index, words, excluded));
  }

  /** The places of the words in a found node: by field as printed, each span once, in reading order. */
  highlights(nodeIndex: number): FieldMatch[] {
    const fields = this.#index.fieldsOf(nodeIndex);
    const matches = this.#words.flatMap((word) => firstFound(word, fields));
    return fields.flatMap((field) => {
      const spans = matches
        .filter((match) => match.field === field)
        .flatMap((match) => match.spans.map((span) => field.spanOf(span)));
      const distinct = new Map(spans.map((span): [string, Span] => [`${span.start} ${span.end}`, span]));
      const ordered = [...distinct.values()].sort((a, b) => a.start - b.start || a.end - b.end);
      return ordered.length > 0 ? [{ field, spans: ordered }] : [];
    });
  }
}

/** The score of each node for any of these words exactly as given, summed over the words. */
export function* literalScores(
  index: SearchIndex,
  terms: readonly QueryTerm[],
): Pieces<ReadonlyMap<number, number>> {
  const sums = new Map<number, number>();
  for (const { text } of distinctTerms(terms)) {
    const scores = yield* scoreAll(index, [yield* literalWord(index, text)]);
    for (const [nodeIndex, score] of scores) sums.set(nodeIndex, (sums.get(nodeIndex) ?? 0) + score);
  }
  return sums;
}

/** The matches of the first way that finds anything. */
function firstFound({ ways }: FoundWord, fields: readonly FoldedField[]): FieldMatch[] {
  for (const { matcher } of ways) {
    const found = matcher.find(fields);
    if (found.length > 0) return found;
  }
  return [];
}
