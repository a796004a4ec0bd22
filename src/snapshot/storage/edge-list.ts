import { ensureCapacity } from './ensure-capacity.ts';
import type { NodeIndex } from './graph-storage.ts';

/** Numbers per edge: the code of its outward step, its two ends, and its row in the property table. */
const WIDTH = 4;

/** Edges in the order added, as numbers: millions of edge objects would take more memory than the final graph. */
export class EdgeList {
  length = 0;
  #numbers = new Uint32Array(1024 * WIDTH);

  push(code: number, from: NodeIndex, to: NodeIndex, row: number): void {
    const at = this.length * WIDTH;
    this.#numbers = ensureCapacity(this.#numbers, at + WIDTH);
    this.#numbers[at] = code;
    this.#numbers[at + 1] = from;
    this.#numbers[at + 2] = to;
    this.#numbers[at + 3] = row;
    this.length += 1;
  }

  codeOf(edge: number): number {
    return this.#numbers[edge * WIDTH] as number;
  }

  fromOf(edge: number): NodeIndex {
    return this.#numbers[edge * WIDTH + 1] as number;
  }

  toOf(edge: number): NodeIndex {
    return this.#numbers[edge * WIDTH + 2] as number;
  }

  rowOf(edge: number): number {
    return this.#numbers[edge * WIDTH + 3] as number;
  }
}
