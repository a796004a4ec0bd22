import { foldCharacters } from '../../text/fold-text.ts';

/** How many different words one text, or one filter, may look for: more are refused. */
export const MAX_WORDS = 64;

/** What ends a word of a search: phrases in quotation marks need no blank between. */
const BETWEEN_WORDS = /[ "“”「」]+/;

/** How many words of a text are looked for, at most. */
export function wordCount(text: string): number {
  const words = foldCharacters(text).split(BETWEEN_WORDS);
  return Math.min(MAX_WORDS, words.filter((word) => word !== '').length);
}
