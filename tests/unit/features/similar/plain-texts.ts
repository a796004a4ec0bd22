/** Every two neighbouring characters of texts, in small letters. */
export const pairsOf = (...texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .map((text) => text.toLowerCase())
      .flatMap((text) =>
        Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
      ),
  );

/** What both have over what either has; 0 where neither has anything. */
export function shareOf<T>(one: Iterable<T>, other: Iterable<T>): number {
  const [a, b] = [new Set(one), new Set(other)];
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 0 : [...a].filter((each) => b.has(each)).length / either;
}
