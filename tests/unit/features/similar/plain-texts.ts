/** Every two neighbouring characters of texts, in small letters. */
export const pairsOf = (...texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .map((text) => text.toLowerCase())
      .flatMap((text) =>
        Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
      ),
  );

/** The titles between 《 and 》, cut out by hand. */
export function documentsIn(text: string): string[] {
  const titles = new Set<string>();
  let open = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '《') open = at + 1;
    if (text[at] === '》') {
      if (open >= 0 && at > open) titles.add(text.slice(open, at));
      open = -1;
    }
  }
  return [...titles];
}

/** What both have over what either has; 0 where neither has anything. */
export function shareOf<T>(one: Iterable<T>, other: Iterable<T>): number {
  const [a, b] = [new Set(one), new Set(other)];
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 0 : [...a].filter((each) => b.has(each)).length / either;
}
