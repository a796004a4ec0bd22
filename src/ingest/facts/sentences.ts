/** A part of a text in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const END = /[。；！？;\n]/g;

/** The sentence that contains position `at`, without the mark that ends it. */
export function sentenceAt(text: string, at: number): Range {
  let start = 0;
  for (const { index } of text.matchAll(END)) {
    if (index >= at) return { start, end: index };
    start = index + 1;
  }
  return { start, end: text.length };
}

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
export const contains = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
export const cut = (text: string, { start, end }: Range): string => text.slice(start, end);
