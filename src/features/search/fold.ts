/** Letters, digits and signs that have a narrow twin, and capital letters. */
const UNFOLDED = /[A-Z\u00C0-\u024F\u0370-\u052F\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A（）＋－％＂]/g;
const FULL_WIDTH_OFFSET = 0xff01 - 0x21;

/**
 * A text as it is compared: letters small, full-width letters, digits and brackets narrow. Every UTF-16 code unit stays in
 * its place, so that what is found in the folded text is cut from the printed one by the same span.
 */
export const fold = (text: string): string => text.replace(UNFOLDED, foldUnit);

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  const narrow = code >= 0xff01 ? String.fromCharCode(code - FULL_WIDTH_OFFSET) : unit;
  const small = narrow.toLowerCase();
  return small.length === 1 ? small : narrow;
}

/** What no unit of any text folds to, so that a word of it is in a folded text just where it is in the printed one. */
const UNFOLDABLE = /^\p{Script=Han}+$/u;

export const isUnfoldable = (word: string): boolean => UNFOLDABLE.test(word);
