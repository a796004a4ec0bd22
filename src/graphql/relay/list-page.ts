import type { PageParams } from './connection.ts';

/** A list's own order: by key, then by id. */
interface Ordered<K> {
  readonly key: K;
  readonly id: string;
}

/** The page of a whole list in memory that the keyset block of the query files would give; any order may come in. */
export function pageOfList<K extends string | number, E extends Ordered<K>>(
  list: readonly E[],
  { first, afterKey, afterId, backward, keyDown, withTotal }: PageParams<K>,
): { total: number; edges: E[] } {
  const compare = (a: Ordered<K>, b: Ordered<K>): number =>
    a.key === b.key ? order(a.id, b.id) * (backward ? -1 : 1) : order(a.key, b.key) * (keyDown ? -1 : 1);
  const beyond = afterKey === null ? null : { key: afterKey, id: afterId ?? '' };
  const edges = list
    .filter((edge) => beyond === null || compare(edge, beyond) > 0)
    .sort(compare)
    .slice(0, first);
  return { total: withTotal ? list.length : 0, edges };
}

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
