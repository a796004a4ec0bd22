import { foldCharacters } from '../../text/fold-text.ts';

/** The maximum number of different words in one search text or filter. More are refused. */
export const MAX_WORDS = 64;

/** The separators of search words. Quotation marks also separate, so phrases need no space between them. */
const BETWEEN_WORDS = /[ "“”「」]+/;

/** The folded search words of a text. At most MAX_WORDS are returned; a text with more is refused. */
export const wordsOf = (text: string): readonly string[] =>
  foldCharacters(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);

/** The maximum number of search words in a text. */
export const wordCount = (text: string): number => wordsOf(text).length;
