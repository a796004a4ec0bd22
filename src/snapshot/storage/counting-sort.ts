/** The number of values handled between two yields. */
const PIECE = 5000;

/**
 * Sorts by small whole numbers, in linear time. The sort is stable: items with equal keys keep their order. To sort by
 * several keys, sort by the last key first and by the first key last. Yields between steps.
 * @param keyOf returns a key from 0 to `keyCount` - 1
 * @returns the items in order; `items` does not change
 */
export function* countingSort(
  items: Uint32Array,
  keyOf: (item: number) => number,
  keyCount: number,
): Generator<void, Uint32Array> {
  /** By key: the position of its next item. */
  const next = new Uint32Array(keyCount + 1);
  for (let at = 0; at < items.length; at += 1) {
    const after = keyOf(items[at] as number) + 1;
    next[after] = (next[after] as number) + 1;
    if (at % PIECE === 0) yield;
  }
  for (let key = 1; key < keyCount; key += 1) {
    next[key] = (next[key] as number) + (next[key - 1] as number);
    if (key % PIECE === 0) yield;
  }
  const sorted = new Uint32Array(items.length);
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as number;
    const key = keyOf(item);
    const to = next[key] as number;
    sorted[to] = item;
    next[key] = to + 1;
    if (at % PIECE === 0) yield;
  }
  return sorted;
}
