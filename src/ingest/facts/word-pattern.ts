/** Escapes words for a regular expression, so that it matches exactly these words. */
export const escapeRegExp = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The source of a regular expression for any of the words. The longest match wins: 天津市 is not read as 天津. */
export const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
