import type { PageParams } from './connection.ts';

/** The page of a whole list in memory that the keyset block of the query files would give; any order may come in. */
export function pageOfList<K extends string | number, E extends { readonly key: K }>(
  list: readonly E[],
  { first, afterKey, afterId, backward, keyDown, withTotal }: PageParams<K>,
  idOf: (edge: E) => string,
): { total: number; edges: E[] } {
  const compare = (key: K, id: string, otherKey: K, otherId: string): number =>
    key === otherKey ? order(id, otherId) * (backward ? -1 : 1) : order(key, otherKey) * (keyDown ? -1 : 1);
  const beyond =
    afterKey === null
      ? list
      : list.filter((edge) => compare(edge.key, idOf(edge), afterKey, afterId ?? '') > 0);
  const edges = smallest(beyond, first, (a, b) => compare(a.key, idOf(a), b.key, idOf(b)));
  return { total: withTotal ? list.length : 0, edges };
}

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first `size` of the values in order. Most values are compared once only, with the last of those kept. */
function smallest<T>(values: readonly T[], size: number, compare: (a: T, b: T) => number): T[] {
  const kept: T[] = [];
  for (const value of values) {
    const last = kept[size - 1];
    if (last !== undefined && compare(value, last) >= 0) continue;
    let [low, high] = [0, kept.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle] as T, value) < 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, value);
    if (kept.length > size) kept.pop();
  }
  return kept;
}
