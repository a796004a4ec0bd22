/** Lists with more rows are made anew: a page needs few of them. */
const LONGEST = 500;

/** What follows from a snapshot alone, each by a key; all are dropped when they have too many rows. */
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

  /** @param rows how many rows are new in the value */
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
