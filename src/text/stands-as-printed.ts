const CHINESE = /\p{Script=Han}+/gu;
const begins = /^\p{Script=Han}/u;
const ends = /\p{Script=Han}$/u;

/** Of Chinese characters alone, so that looking it up needs no folding where texts are printed as they fold. */
export const isChinese = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);

/** Whether each word of Chinese characters stands in a printed text just as, and as far from its ends as, in the folded one. */
export function standsAsPrinted(printed: string, folded: string): boolean {
  if (printed === folded) return true;
  const wordsOf = (text: string): string => (text.match(CHINESE) ?? []).join(' ');
  return (
    begins.test(printed) === begins.test(folded) &&
    ends.test(printed) === ends.test(folded) &&
    wordsOf(printed) === wordsOf(folded)
  );
}
