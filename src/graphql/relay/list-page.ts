import type { Page, PageParams } from './connection.ts';

/** A page of a whole list in memory. The list may be in any order. */
export function pageOfList<K extends string | number, E extends { readonly key: K }>(
  list: readonly E[],
  { first, afterKey, afterId, backward, keyDown }: PageParams<K>,
  idOf: (edge: E) => string,
): { total: number; edges: E[] } {
  const compare = (key: K, id: string, otherKey: K, otherId: string): number =>
    key === otherKey ? order(id, otherId) * (backward ? -1 : 1) : order(key, otherKey) * (keyDown ? -1 : 1);
  const beyond =
    afterKey === null
      ? list
      : list.filter((edge) => compare(edge.key, idOf(edge), afterKey, afterId ?? '') > 0);
  const edges = smallest(beyond, first, (a, b) => compare(a.key, idOf(a), b.key, idOf(b)));
  return { total: list.length, edges };
}

/**
 * The same page of a list that is already sorted: by key (descending if `keyDown` and `backward` differ), and equal
 * keys by id ascending. Reads only the members of the page and a few more to find the start (binary search).
 */
export function pageOfOrdered<T, K extends string | number, E extends { readonly key: K }>(
  list: readonly T[],
  { first, afterKey, afterId, backward, keyDown }: PageParams<K>,
  toEdge: (member: T) => E,
  idOf: (edge: E) => string,
): Page<E> {
  if (afterKey === null && !backward) {
    const members = list.length > first ? list.slice(0, first) : list;
    return { total: list.length, edges: members.map(toEdge) };
  }
  const sign = keyDown === backward ? 1 : -1;
  const compare = (edge: E, key: K, id: string): number =>
    edge.key === key ? order(idOf(edge), id) : order(edge.key, key) * sign;
  /** The index of the first member after the given position (`isAfter`), or of the first one not before it. */
  const boundaryOf = (key: K, id: string, isAfter: boolean): number => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const side = compare(toEdge(list[middle] as T), key, id);
      if (side < 0 || (isAfter && side === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const begin =
    afterKey === null ? (backward ? list.length : 0) : boundaryOf(afterKey, afterId ?? '', !backward);
  const members = backward
    ? list.slice(Math.max(0, begin - first), begin).reverse()
    : list.slice(begin, begin + first);
  return { total: list.length, edges: members.map(toEdge) };
}

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first `size` values in order. Most values are compared only once, with the last one in `kept`. */
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
