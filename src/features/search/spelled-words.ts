import type { QueryTerm } from './parse-query.ts';

/** Consecutive words of letters, which may be the syllables of one word: dong jiang, xi'an. */
export type SpelledWords = readonly string[];

/** The maximum number of words in one group; no name has more syllables. */
const MAX_WORDS = 64;
/** Up to this number of words, all ways to join some of them are tried. */
export const MAX_DIVIDED = 8;

/** Letters, with apostrophes between syllables. */
const SPELLED = /^[a-z]+(?:['’][a-z]+)*$/;
const isSpelled = ({ text, exact }: QueryTerm): boolean => !exact && SPELLED.test(text);

/** The terms in order, with consecutive words of letters as one list. */
export function groupSpelled(terms: readonly QueryTerm[]): (QueryTerm | SpelledWords)[] {
  const groups: (QueryTerm | string[])[] = [];
  for (const term of terms) {
    const last = groups.at(-1);
    if (!isSpelled(term)) groups.push(term);
    else if (Array.isArray(last) && last.length < MAX_WORDS) last.push(term.text);
    else groups.push([term.text]);
  }
  return distinctGroups(groups);
}

const distinctGroups = <T>(groups: readonly T[]): T[] => [
  ...new Map(groups.map((group) => [JSON.stringify(group), group])).values(),
];

export const joined = (words: SpelledWords): string => words.join('').replaceAll(/['’]/g, '');

/**
 * The ways to join words of letters into fewer, those with the fewest words first: dong jiang ka as dongjiangka; as
 * dongjiang and ka, or dong and jiangka; each word by itself. For more than MAX_DIVIDED words, only the first and the
 * last way.
 */
export function divisions(words: SpelledWords): string[][] {
  if (words.length > MAX_DIVIDED) return [[joined(words)], [...words]];
  const all = Array.from({ length: 2 ** (words.length - 1) }, (_, cuts) => {
    const parts: string[][] = [[words[0] as string]];
    for (const [at, word] of words.slice(1).entries()) {
      if ((cuts >> at) & 1) parts.push([word]);
      else parts.at(-1)?.push(word);
    }
    return parts.map((part) => (part.length === 1 ? (part[0] as string) : joined(part)));
  });
  return all.sort((a, b) => a.length - b.length);
}
