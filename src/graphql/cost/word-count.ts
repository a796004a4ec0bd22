import { foldCharacters } from '../../text/fold-text.ts';

/** How many different words one text, or one filter, may look for: more are refused. */
export const MAX_WORDS = 64;

/** What ends a word of a search: phrases in quotation marks need no blank between. */
const BETWEEN_WORDS = /[ "“”「」]+/;

/** The words of a text that are looked for, folded. Of those in excess, with which it is refused, some. */
export const wordsOf = (text: string): readonly string[] =>
  foldCharacters(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** How many words of a text are looked for, at most. */
export const wordCount = (text: string): number => wordsOf(text).length;
