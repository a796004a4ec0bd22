import type { Pieces } from '../../snapshot/breathe.ts';
import { type FoundWord, findTerm } from './found-word.ts';
import { scoreAll } from './score-words.ts';
import type { SearchIndex } from './search-index.ts';
import { divisions, joined, type SpelledWords } from './spelled-words.ts';

/**
 * Words of letters as the fewest that some node has: dong jiang as dongjiang. Where they are nowhere however they are
 * joined, they are slips: of one word if that is anything, else of several.
 */
export function* findSpelled(index: SearchIndex, words: SpelledWords): Pieces<FoundWord[]> {
  const known = new Map<string, FoundWord>();
  const whole = joined(words);
  for (const parts of divisions(words)) {
    const found: FoundWord[] = [];
    for (const part of parts) {
      const word = known.get(part) ?? (yield* findTerm(index, { text: part, exact: false }, false));
      known.set(part, word);
      if (word.count === 0) break;
      found.push(word);
    }
    if (found.length < parts.length || (yield* scoreAll(index, found)).size === 0) continue;
    // As if it were given so.
    return parts.length === 1 ? [yield* withSlips(index, parts[0] as string)] : found;
  }
  const meant = yield* withSlips(index, whole);
  if (meant.count > 0 || words.length === 1) return [meant];
  const each: FoundWord[] = [];
  for (const word of words) {
    each.push(yield* withSlips(index, word));
    if (each.at(-1)?.count === 0) break;
  }
  return each;
}

const withSlips = (index: SearchIndex, text: string): Pieces<FoundWord> =>
  findTerm(index, { text, exact: false });
