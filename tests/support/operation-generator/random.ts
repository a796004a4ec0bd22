/** Pseudo-random numbers, the same for the same seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, excluding 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @throws RangeError if the list is empty */
  pick<T>(list: readonly T[]): T {
    return this.weighted(list, () => 1);
  }

  /** One value of the list, chosen in proportion to its weight. */
  weighted<T>(list: readonly T[], weightOf: (value: T) => number): T {
    if (list.length === 0) throw new RangeError('nothing to choose from');
    const weights = list.map(weightOf);
    let rest = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      rest -= weight;
      if (rest < 0) return list[index] as T;
    }
    return list.at(-1) as T;
  }

  /** Up to `most` different values, in random order. */
  some<T>(list: readonly T[], most: number, weightOf: (value: T) => number = () => 1): T[] {
    const left = [...list];
    const chosen: T[] = [];
    while (chosen.length < most && left.length > 0) {
      const value = this.weighted(left, weightOf);
      left.splice(left.indexOf(value), 1);
      chosen.push(value);
    }
    return chosen;
  }
}
