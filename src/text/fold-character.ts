import { RADICALS } from './cjk-radicals.ts';
import { simplify } from './simplify.ts';

/** Fractions, and characters in a circle or brackets, stay unchanged: 5½ is not 51⁄2, and 3① is not 31. */
const KEPT = /[\u00BC-\u00BE\u2150-\u215F\u2189\u2460-\u24FF\u2776-\u2793\u3200-\u32FF\u{1F100}-\u{1F2FF}]/u;
/** Accents, including the tone marks of pinyin. */
const ACCENT = /^[\u0300-\u036F]$/;
/** Invisible characters without width: zero-width spaces and joiners, soft hyphens, variation selectors. */
const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;
const BLANK = /^[\s\p{White_Space}]$/u;

/** Upper case first: then ß and SS, or σ and ς, have the same lower-case form. */
const toSmall = (character: string): string => character.toUpperCase().toLowerCase();

/** The compatibility decomposition (NFKD), unless it contains a space, as that of ¨ does. */
function decompose(character: string): string {
  if (KEPT.test(character)) return character;
  const parts = character.normalize('NFKD');
  return /\s/.test(parts) ? character : parts;
}

/**
 * One character (code point) in its form for comparison: lower case, half-width, simplified, decomposed, without
 * accents. White space of any kind becomes a space; a character without width becomes ''. The result may have several
 * characters: ㎡ becomes m2.
 */
export function foldCharacter(character: string): string {
  if (BLANK.test(character) && character !== '\uFEFF') return ' ';
  let folded = character;
  for (;;) {
    const next = [...folded].map(foldOnce).join('');
    if (next === folded) return folded;
    folded = next;
  }
}

function foldOnce(character: string): string {
  if (ACCENT.test(character) || IGNORED.test(character)) return '';
  const radical = RADICALS.get(character);
  if (radical !== undefined) return simplify(radical);
  return [...decompose(character)].map((part) => toSmall(simplify(part))).join('');
}
