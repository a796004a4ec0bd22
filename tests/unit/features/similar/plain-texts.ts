/** All pairs of neighbouring characters of the texts, in lower case. */
export const pairsOf = (...texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .map((text) => text.toLowerCase())
      .flatMap((text) =>
        Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
      ),
  );

/** The size of the intersection over the size of the union; 0 if both are empty. */
export function shareOf<T>(one: Iterable<T>, other: Iterable<T>): number {
  const [a, b] = [new Set(one), new Set(other)];
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 0 : [...a].filter((each) => b.has(each)).length / either;
}
