import { InvalidInput } from '../../domain/errors.ts';
import { MAX_WORDS } from '../../graphql/cost/word-count.ts';
import { foldCharacters, foldText } from '../../text/fold-text.ts';

export interface QueryTerm {
  /** Folded, never empty. */
  readonly text: string;
  /** In quotation marks: to be found as it stands, and in no other spelling. */
  readonly exact: boolean;
}

export interface ParsedQuery {
  /** All of them must be found, in the order given. */
  readonly wanted: readonly QueryTerm[];
  /** None of these may be found. */
  readonly unwanted: readonly QueryTerm[];
}

/**
 * A sign of exclusion, then a phrase in marks of one pair, or a word up to the next space. A phrase has no opening mark
 * of its own pair, so that many marks that nothing closes are not each looked for to the end of the text.
 */
const TERM = /(-)?(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」|([^ ]+))/g;
/** Anything else is signs alone, which only a phrase is for. */
const HAS_LETTER = /[\p{L}\p{N}]/u;

/**
 * Splits a text at its spaces: words, phrases in quotation marks, and either with a minus before it. There is no
 * other syntax, and nothing that a person can type is wrong. Signs alone are words in quotation marks only, so there may be none.
 * @throws InvalidInput when the text is empty, or has more than MAX_WORDS different words
 */
export function parseQuery(query: string, argument: string): ParsedQuery {
  if (foldText(query) === '') throw new InvalidInput(argument, 'has no word to look for');
  const wanted: QueryTerm[] = [];
  const unwanted: QueryTerm[] = [];
  for (const [, minus, straight, curly, corner, word] of foldCharacters(query).matchAll(TERM)) {
    const phrase = straight ?? curly ?? corner;
    const text = phrase === undefined ? (word as string).replaceAll('"', '') : foldText(phrase);
    if (phrase === undefined ? HAS_LETTER.test(text) : text !== '')
      (minus ? unwanted : wanted).push({ text, exact: phrase !== undefined });
  }
  const count = distinctTerms(wanted).length + distinctTerms(unwanted).length;
  if (count > MAX_WORDS) throw new InvalidInput(argument, `has ${count} words; give at most ${MAX_WORDS}`);
  return { wanted, unwanted };
}

/** Each term once. */
export const distinctTerms = (terms: readonly QueryTerm[]): QueryTerm[] => [
  ...new Map(terms.map((term) => [`${term.exact} ${term.text}`, term])).values(),
];
