import type { FoldedField } from './folded-field.ts';

/** What the fields beside the best one add: little, so that many aliases don't make a node the better match. */
const OTHER_FIELDS = 0.1;
/** More occurrences in one field than these make no difference. */
const MOST_COUNTED = 5;

/** How well a word is found in a node: in its best field, and a little in the others. 0 where it is nowhere. */
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
 * More for telling fields, for words that are the whole field or begin it, and, less and less, for many occurrences.
 * @param within the field's text as the word was looked for in it
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

/** How often a word stands in a text from its first place on; counts no further than it matters. */
export function countFrom(text: string, word: string, first: number): number {
  let count = 0;
  for (let at = first; at >= 0 && count < MOST_COUNTED; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
