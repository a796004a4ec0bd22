import type { Pieces } from '../../snapshot/time-slices.ts';
import { asInitials, asMisspelling, asPinyin, exactMatcher, inParts, type Matcher } from './matchers.ts';
import type { QueryTerm } from './parse-query.ts';
import type { SearchIndex } from './search-index.ts';

/** The number of nodes read between yields. */
export const PIECE = 256;

/** One way to find a word, and the nodes that may have it. */
interface Way {
  readonly matcher: Matcher;
  readonly nodeIndexes: readonly number[];
}

/** A word of a search: the ways to find it, the best first, and the number of nodes that may have it. */
export interface FoundWord {
  readonly ways: readonly Way[];
  /** The number of nodes that may have it; 0 if none has it. */
  readonly count: number;
}

const NOT_FOUND: FoundWord = { ways: [], count: 0 };

function* lookUp(matchers: readonly Matcher[]): Pieces<Way[]> {
  const ways: Way[] = [];
  for (const matcher of matchers) {
    const nodeIndexes = matcher.candidates();
    if (nodeIndexes.length > 0) ways.push({ matcher, nodeIndexes });
    yield;
  }
  return ways;
}

const foundBy = (ways: readonly Way[]): FoundWord => {
  const [only, ...others] = ways;
  const count =
    others.length === 0
      ? (only?.nodeIndexes.length ?? 0)
      : new Set(ways.flatMap(({ nodeIndexes }) => nodeIndexes)).size;
  return { ways, count };
};

/** The word exactly as given. */
export function* literalWord(index: SearchIndex, text: string): Pieces<FoundWord> {
  return foundBy(yield* lookUp([exactMatcher(index, text)]));
}

/** Whether some node has a word in one of these ways. */
function* isAnywhere(
  index: SearchIndex,
  ways: readonly Way[],
  among: (nodeIndex: number) => boolean = () => true,
): Pieces<boolean> {
  let looked = 0;
  for (const { matcher, nodeIndexes } of ways)
    for (const nodeIndex of nodeIndexes) {
      if (!among(nodeIndex)) continue;
      if (matcher.isCertain || matcher.strength(index.fieldsOf(nodeIndex)) > 0) return true;
      looked += 1;
      if (looked % PIECE === 0) yield;
    }
  return false;
}

/**
 * Finds a term as given, as pinyin or as initials; if that finds nothing, as several words; and as a misspelling.
 * @param withSlips false to leave out misspellings for now
 */
export function* findTerm(
  index: SearchIndex,
  { text, exact }: QueryTerm,
  withSlips: boolean,
): Pieces<FoundWord> {
  const ways = yield* lookUp([exactMatcher(index, text)]);
  const literal = yield* isAnywhere(index, ways);
  if (exact) return literal ? foundBy(ways) : NOT_FOUND;
  ways.push(...(yield* lookUp([...asPinyin(index, text), ...asInitials(index, text)])));
  // Only a term found in none of these ways is tried as several words.
  let anywhere = literal || (yield* isAnywhere(index, ways));
  if (!anywhere) ways.push(...(yield* lookUp(inParts(index, text))));
  // A word that no name has can still be a typing error: dongjian is in 推动建立 by chance.
  const isNamed = (nodeIndex: number): boolean => index.snapshot.labelOf(nodeIndex) !== 'ReformItem';
  if (withSlips && !literal && !(yield* isAnywhere(index, ways, isNamed)))
    ways.push(...(yield* lookUp(yield* asMisspelling(index, text))));
  anywhere ||= yield* isAnywhere(index, ways);
  return anywhere ? foundBy(ways) : NOT_FOUND;
}
