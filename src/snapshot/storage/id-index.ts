import type { NodeIndex } from './graph-storage.ts';

/** The number of nodes added between two yields. */
const PIECE = 1000;
const FREE = 0;

/** Finds nodes by id. A Map would store every id and index a second time, and take four times the memory. */
export class IdIndex {
  readonly #count: number;
  readonly #idOf: (index: NodeIndex) => string;
  /** Each node's index plus 1, at the hash of its id or in the next free slot. At least half of the slots are free. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(count: number, idOf: (index: NodeIndex) => string) {
    this.#count = count;
    this.#idOf = idOf;
    const size = 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2));
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Adds the nodes 0 to count - 1. Yields between steps. */
  *fill(): Generator<void> {
    for (let index = 0; index < this.#count; index += 1) {
      let slot = hashOf(this.#idOf(index)) & this.#mask;
      while (this.#slots[slot] !== FREE) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = index + 1;
      if (index % PIECE === 0) yield;
    }
  }

  of(id: string): NodeIndex | undefined {
    for (let slot = hashOf(id) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const found = this.#slots[slot] as number;
      if (found === FREE) return undefined;
      if (this.#idOf(found - 1) === id) return found - 1;
    }
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The lowest bits of this hash depend only on the lowest bits of the code units, so mix in higher bits.
  return (hash ^ (hash >>> 15)) >>> 0;
}
