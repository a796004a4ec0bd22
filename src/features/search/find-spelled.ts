import type { Pieces } from '../../snapshot/time-slices.ts';
import { type FoundWord, findTerm } from './found-word.ts';
import { scoreAll } from './score-words.ts';
import type { SearchIndex } from './search-index.ts';
import { divisions, joined, MAX_DIVIDED, type SpelledWords } from './spelled-words.ts';

/**
 * Joins words of letters into as few words as possible that some node has: dong jiang as dongjiang. If no way of
 * joining finds anything, they count as misspellings: of one word if that finds anything, else of several words.
 */
export function* findSpelled(
  index: SearchIndex,
  words: SpelledWords,
  withSlips: boolean,
): Pieces<FoundWord[]> {
  const find = (text: string, slips: boolean): Pieces<FoundWord> =>
    findTerm(index, { text, exact: false }, slips);
  const whole = joined(words);
  if (words.length === 1 && words[0] === whole) return [yield* find(whole, withSlips)];
  const known = new Map<string, FoundWord>();
  for (const parts of divisions(words)) {
    const found: FoundWord[] = [];
    for (const part of parts) {
      const word = known.get(part) ?? (yield* find(part, false));
      known.set(part, word);
      if (word.count === 0) break;
      found.push(word);
    }
    if (found.length < parts.length) continue;
    // Same as if the user had typed one word.
    if (parts.length === 1) return [yield* find(parts[0] as string, withSlips)];
    if ((yield* scoreAll(index, found)).size > 0) return found;
  }
  const meant = yield* find(whole, withSlips);
  if (meant.count > 0 || words.length === 1) return [meant];
  const each: FoundWord[] = [];
  for (const word of words) {
    each.push(yield* find(word, withSlips && words.length <= MAX_DIVIDED));
    if (each.at(-1)?.count === 0) break;
  }
  return each;
}
