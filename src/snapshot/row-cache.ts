/** Lists with more rows are not cached: a page needs few of them. */
const LONGEST = 500;

/** Caches values that depend only on a snapshot, by key. If there are too many rows, all values are dropped. */
export class RowCache<K, V> {
  readonly #maxRows: number;
  readonly #kept = new Map<K, V>();
  #rows = 0;

  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  of(key: K): V | undefined {
    return this.#kept.get(key);
  }

  /** @param rows the number of new rows in the value */
  keep(key: K, value: V, rows: number): void {
    if (rows > LONGEST) return;
    if (this.#rows > this.#maxRows) {
      this.#kept.clear();
      this.#rows = 0;
    }
    this.#rows += 1 + rows;
    this.#kept.set(key, value);
  }
}
