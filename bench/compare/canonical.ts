/** The contents of an answer, independent of the shape and orders that a server chose. */

/** A page of co-owners or links may end among entries with equal counts. Any of these is right, so leave them out. */
const MOST = { coOwners: 100, links: 500 };

/** Sorts the keys of objects, because servers choose their order too. */
export function keysSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysSorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, keysSorted(member)]),
  );
}

const byText = (a: unknown, b: unknown): number => {
  const [left, right] = [JSON.stringify(keysSorted(a)), JSON.stringify(keysSorted(b))];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const unordered = <T>(list: readonly T[]): T[] => [...list].sort(byText);

type Counts = ReadonlyMap<string, number>;

function mostShared(counts: Counts, most: number): [string, number][] {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const last = sorted.length < most ? 0 : (sorted[most - 1]?.[1] ?? 0);
  return unordered(sorted.slice(0, most).filter(([, count]) => count > last));
}

export const coOwnerCounts = (counts: Counts): unknown => mostShared(counts, MOST.coOwners);
export const linkCounts = (counts: Counts): unknown => mostShared(counts, MOST.links);

/** A client must do this if the server has no field for pairs: count over the items. */
export function foldCoOwners(name: string, items: readonly (readonly string[])[]): Counts {
  const counts = new Map<string, number>();
  for (const agencies of items)
    for (const other of agencies) if (other !== name) counts.set(other, (counts.get(other) ?? 0) + 1);
  return counts;
}

export const pairOf = (a: string, b: string): string => [a, b].sort().join(' ');

export function foldLinks(items: readonly (readonly string[])[]): Counts {
  const counts = new Map<string, number>();
  for (const agencies of items) {
    for (const [place, a] of agencies.entries())
      for (const b of agencies.slice(place + 1))
        counts.set(pairOf(a, b), (counts.get(pairOf(a, b)) ?? 0) + 1);
  }
  return counts;
}
