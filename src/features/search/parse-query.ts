import { InvalidInput } from '../../domain/errors.ts';
import { fold } from './fold.ts';

/** How many words one search may have. */
const MAX_TERMS = 64;

export interface QueryTerm {
  /** Folded, never empty. */
  readonly text: string;
  /** In quotation marks: to be found as it stands, and in no other spelling. */
  readonly exact: boolean;
}

export interface ParsedQuery {
  /** All of them must be found. */
  readonly wanted: readonly QueryTerm[];
  /** None of these may be found. */
  readonly unwanted: readonly QueryTerm[];
}

/**
 * A sign of exclusion, then a phrase in marks of one pair, or a word up to the next space. A phrase has no opening mark
 * of its own pair, so that many marks that nothing closes are not each looked after to the end of the text.
 */
const TERM = /([-－])?(?:["＂]([^"＂]*)["＂]|“([^“”]*)”|「([^「」]*)」|(\S+))/g;

/**
 * Splits a search at its spaces: words, phrases in quotation marks, and either with a minus before it. There is no
 * other syntax, and nothing that a person can type is wrong.
 * @throws InvalidInput when nothing is looked for, or more than MAX_TERMS words are
 */
export function parseQuery(query: string, argument: string): ParsedQuery {
  const wanted = new Map<string, QueryTerm>();
  const unwanted = new Map<string, QueryTerm>();
  for (const [, minus, straight, curly, corner, word] of query.matchAll(TERM)) {
    const phrase = straight ?? curly ?? corner;
    const text = phrase === undefined ? fold(word as string).replaceAll('"', '') : fold(phrase.trim());
    // A minus with nothing behind it is a word like others.
    const term = {
      text: text === '' && minus && phrase === undefined ? minus : text,
      exact: phrase !== undefined,
    };
    if (term.text !== '') (minus && text !== '' ? unwanted : wanted).set(`${term.exact} ${term.text}`, term);
  }
  if (wanted.size === 0) throw new InvalidInput(argument, 'has no word to look for');
  if (wanted.size + unwanted.size > MAX_TERMS) {
    throw new InvalidInput(argument, `has ${wanted.size + unwanted.size} words; give at most ${MAX_TERMS}`);
  }
  return { wanted: [...wanted.values()], unwanted: [...unwanted.values()] };
}
