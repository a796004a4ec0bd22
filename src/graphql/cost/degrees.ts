/** The distribution of degrees of a relation. It is enough to bound the total degree of any given number of nodes. */
export class Degrees {
  /** Each degree and the number of nodes that have it, greatest degree first. */
  readonly #groups: readonly (readonly [degree: number, nodes: number])[];

  #nodes = 0;
  #sum = 0;

  /**
   * @param degrees one for each node, in any order
   * @param parts   degrees of other nodes, to include
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

  /** The maximum total degree of this number of different nodes, with at most `cap` counted for each. */
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

  /** A likely total degree of this number of different nodes: the geometric mean of the maximum and the average. */
  likely(nodes: number): number {
    const usual = this.#nodes === 0 ? 0 : (this.#sum / this.#nodes) * Math.min(nodes, this.#nodes);
    return Math.sqrt(this.most(nodes) * usual);
  }

  get greatest(): number {
    return this.#groups[0]?.[0] ?? 0;
  }
}
