import type { FoldedField } from './folded-field.ts';

/**
 * The share of the fields other than the best one. It is small, so that many aliases do not make a node a better match.
 */
const OTHER_FIELDS = 0.1;
/** More occurrences in one field than this make no difference. */
const MOST_COUNTED = 5;

/**
 * The strength of a word in a node: that of its best field, plus a small share of the others. 0 if the word is nowhere.
 */
export function total(fields: readonly FoldedField[], strengthIn: (field: FoldedField) => number): number {
  let [best, sum] = [0, 0];
  for (const field of fields) {
    const strength = strengthIn(field);
    sum += strength;
    if (strength > best) best = strength;
  }
  return best + OTHER_FIELDS * (sum - best);
}

/**
 * Higher for significant fields, for words that are the whole field or begin it, and, with decreasing effect, for many
 * occurrences.
 * @param within the text of the field in which the word was searched
 */
export function strengthOf(
  { weight }: FoldedField,
  within: string,
  first: number,
  length: number,
  count: number,
): number {
  const prominence = first > 0 ? 1 : length === within.length ? 3 : 1.5;
  const counted = Math.min(count, MOST_COUNTED);
  return weight * prominence * (counted / (counted + 1));
}

/** The number of occurrences of a word from its first place on; stops counting at MOST_COUNTED. */
export function countFrom(text: string, word: string, first: number): number {
  let count = 0;
  for (let at = first; at >= 0 && count < MOST_COUNTED; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
