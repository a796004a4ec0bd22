import { InvalidInput } from '../../domain/errors.ts';
import { MAX_WORDS } from '../../graphql/cost/word-count.ts';
import { foldCharacters, foldText } from '../../text/fold-text.ts';

export interface QueryTerm {
  /** Folded, never empty. */
  readonly text: string;
  /** In quotation marks: must match exactly as given, in no other spelling. */
  readonly exact: boolean;
}

export interface ParsedQuery {
  /** All of them must be found. Listed in the order of the query. */
  readonly wanted: readonly QueryTerm[];
  /** None of these may be found. */
  readonly unwanted: readonly QueryTerm[];
}

/**
 * An exclusion sign, then a phrase in quotation marks of one pair, or a word up to the next space. A phrase contains no
 * opening mark of its own pair. Otherwise each of many unclosed marks would cause a search to the end of the text.
 */
const TERM = /(-)?(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」|([^ ]+))/g;
/** Any other word is punctuation alone, which is allowed only in a phrase. */
const HAS_LETTER = /[\p{L}\p{N}]/u;

/**
 * Splits a text at its spaces: words, phrases in quotation marks, and either with a minus before it. There is no other
 * syntax, and no input is a syntax error. Punctuation alone counts as a word only in quotation marks, so the result may
 * be empty.
 * @throws InvalidInput if the text is empty, or has more than MAX_WORDS different words
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
