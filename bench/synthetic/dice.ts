/** With a higher exponent, the busiest agency would own a larger share of the items than in the seventh batch. */
const EXPONENT = 1.1;
const OFFSET = 2;

/** cumulative[n] is the weight of the ranks 0 to n - 1, extended on demand. */
const cumulative = [0];

function weightOf(ranks: number): number {
  for (let rank = cumulative.length - 1; rank < ranks; rank += 1) {
    cumulative.push((cumulative[rank] as number) + (rank + OFFSET) ** -EXPONENT);
  }
  return cumulative[ranks] as number;
}

/** Pseudo-random numbers, the same in every run and on every machine: mulberry32. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0 and less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** A rank of 0 to `ranks` - 1 by Zipf's law: the first ranks are frequent, the last ones rare. */
  skewed(ranks: number): number {
    const wanted = this.next() * weightOf(ranks);
    let [low, high] = [0, ranks - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wanted < (cumulative[middle + 1] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  pickSkewed<T>(values: readonly T[]): T {
    return values[this.skewed(values.length)] as T;
  }

  /** Draws a value with the probability of its share; the shares add up to 1. */
  byShare<T>(shares: readonly (readonly [value: T, share: number])[]): T {
    let left = this.next();
    const found = shares.find(([, share]) => {
      left -= share;
      return left < 0;
    });
    return (found ?? (shares.at(-1) as readonly [T, number]))[0];
  }
}
