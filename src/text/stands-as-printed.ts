/** By UTF-16 unit: whether it is, or may be half of, a Chinese character. */
const chinese = new Uint8Array(0x10000);
const [UNKNOWN, YES, NO] = [0, 1, 2];

function isChineseAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (chinese[unit] === UNKNOWN) {
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    chinese[unit] = isHalf || /\p{Script=Han}/u.test(String.fromCharCode(unit)) ? YES : NO;
  }
  return chinese[unit] === YES;
}

/** Only Chinese characters: a search for such a word needs no folding if texts are printed as they fold. */
export const isChinese = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);

/** Whether both texts have the same runs of Chinese characters, and begin and end alike (with such a run or not). */
export function standsAsPrinted(printed: string, folded: string): boolean {
  if (printed === folded) return true;
  if (!endAlike(printed, folded)) return false;
  let [inPrinted, inFolded] = [0, 0];
  for (;;) {
    while (inPrinted < printed.length && !isChineseAt(printed, inPrinted)) inPrinted += 1;
    while (inFolded < folded.length && !isChineseAt(folded, inFolded)) inFolded += 1;
    if (inPrinted === printed.length || inFolded === folded.length)
      return inPrinted === printed.length && inFolded === folded.length;
    // The two runs of Chinese characters that begin here must be equal.
    while (isChineseAt(printed, inPrinted) && printed.charCodeAt(inPrinted) === folded.charCodeAt(inFolded)) {
      inPrinted += 1;
      inFolded += 1;
      if (inPrinted === printed.length || inFolded === folded.length) break;
    }
    const [goesOn, foldedGoesOn] = [
      inPrinted < printed.length && isChineseAt(printed, inPrinted),
      inFolded < folded.length && isChineseAt(folded, inFolded),
    ];
    if (goesOn || foldedGoesOn) return false;
  }
}

const endAlike = (printed: string, folded: string): boolean =>
  printed !== '' &&
  folded !== '' &&
  isChineseAt(printed, 0) === isChineseAt(folded, 0) &&
  isChineseAt(printed, printed.length - 1) === isChineseAt(folded, folded.length - 1);
