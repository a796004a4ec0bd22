/** Longer lists are made anew: a page needs few of their rows. */
const LONGEST = 500;

/** Lists of rows that follow from a snapshot alone, each by a number; all are dropped when they have too many rows. */
export class KeptRows<T> {
  readonly #maxRows: number;
  readonly #lists = new Map<number, readonly T[]>();
  #rows = 0;

  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  of(key: number): readonly T[] | undefined {
    return this.#lists.get(key);
  }

  /** @returns the rows */
  keep(key: number, rows: readonly T[]): readonly T[] {
    if (rows.length > LONGEST) return rows;
    if (this.#rows > this.#maxRows) {
      this.#lists.clear();
      this.#rows = 0;
    }
    this.#rows += 1 + rows.length;
    this.#lists.set(key, rows);
    return rows;
  }
}
