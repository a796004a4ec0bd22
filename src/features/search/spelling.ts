import { distance } from 'fastest-levenshtein';

/** The number of letters in a word that may be wrong. */
const toleranceFor = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/**
 * Whether a word may be a misspelling of another: a few letters wrong, missing or extra, or two neighbouring letters
 * swapped.
 */
export function isMisspelling(typed: string, meant: string): boolean {
  const tolerance = toleranceFor(typed);
  if (tolerance === 0 || Math.abs(typed.length - meant.length) > tolerance) return false;
  return distance(typed, meant) <= tolerance || isSwap(typed, meant);
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
