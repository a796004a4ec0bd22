/** Words as the source of a regular expression that matches them and nothing else. */
export const escapeRegExp = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A source that matches one of the words, the longest that fits: 天津市 is not read as 天津. */
export const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
