/** Lists of rows that follow from a snapshot alone, each by a number; all are dropped when they have too many rows. */
export class KeptRows<T> {
  readonly #maxRows: number;
  readonly #lists = new Map<number, readonly T[]>();
  #rows = 0;

  constructor(maxRows: number) {
    this.#maxRows = maxRows;
  }

  /** The list of a number, made where none is kept. */
  of(key: number, make: () => readonly T[]): readonly T[] {
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#rows > this.#maxRows) {
      this.#lists.clear();
      this.#rows = 0;
    }
    this.#rows += 1 + made.length;
    this.#lists.set(key, made);
    return made;
  }
}
