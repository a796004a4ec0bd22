/** How many nodes have how many ends of a relation: enough to bound what any so many of them have together. */
export class Degrees {
  /** Degree and how many nodes have it, the greatest degree first. */
  readonly #groups: readonly (readonly [degree: number, nodes: number])[];

  #nodes = 0;
  #sum = 0;

  /**
   * @param degrees one for each node, in any order
   * @param parts   of other nodes, which are taken in
   */
  constructor(degrees: Iterable<number>, parts: readonly Degrees[] = []) {
    const counts = new Map<number, number>();
    const add = (degree: number, nodes: number): void => {
      this.#nodes += nodes;
      this.#sum += degree * nodes;
      counts.set(degree, (counts.get(degree) ?? 0) + nodes);
    };
    for (const degree of degrees) add(degree, 1);
    for (const part of parts) for (const [degree, nodes] of part.#groups) add(degree, nodes);
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

  /** What so many different nodes likely have together: between what is most and what is usual, as nobody knows which. */
  likely(nodes: number): number {
    const usual = this.#nodes === 0 ? 0 : (this.#sum / this.#nodes) * Math.min(nodes, this.#nodes);
    return Math.sqrt(this.most(nodes) * usual);
  }

  get greatest(): number {
    return this.#groups[0]?.[0] ?? 0;
  }
}
