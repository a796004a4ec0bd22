/** How many numbers are handled between two stops. */
const PIECE = 5000;

/**
 * Sorts by small whole numbers, in time that grows as the list does. Items with equal keys stay in the order in which
 * they came, so sorting by the last of several keys first, and by the first last, sorts by all of them.
 * Stops between pieces of work.
 * @param keyOf from 0 up to, and without, `keyCount`
 * @returns the items in order; `items` stays as it is
 */
export function* countingSort(
  items: Uint32Array,
  keyOf: (item: number) => number,
  keyCount: number,
): Generator<void, Uint32Array> {
  /** By key: where its next item goes. */
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
