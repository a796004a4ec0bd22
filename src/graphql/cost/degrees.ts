/** How many nodes have how many ends of a relation: enough to bound what any so many of them have together. */
export class Degrees {
  /** Degree and how many nodes have it, the greatest degree first. */
  readonly #groups: readonly (readonly [degree: number, nodes: number])[];

  /** @param degrees one for each node, in any order; those of 0 may be left out */
  constructor(degrees: Iterable<number>) {
    const counts = new Map<number, number>();
    for (const degree of degrees) if (degree > 0) counts.set(degree, (counts.get(degree) ?? 0) + 1);
    this.#groups = [...counts].sort(([a], [b]) => b - a);
  }

  /** What so many different nodes have together at most, where no more than `cap` are taken from each. */
  most(nodes: number, cap = Number.POSITIVE_INFINITY): number {
    let left = nodes;
    let total = 0;
    for (const [degree, having] of this.#groups) {
      const taken = Math.min(left, having);
      total += taken * Math.min(degree, cap);
      left -= taken;
      if (left <= 0) break;
    }
    return total;
  }

  get greatest(): number {
    return this.#groups[0]?.[0] ?? 0;
  }
}
