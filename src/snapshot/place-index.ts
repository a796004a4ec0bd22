/** How many places are taken in between stops. */
const PIECE = 1000;
const FREE = 0;

/** Finds places by id. A map would keep every id and place once more, and take four times the memory. */
export class PlaceIndex {
  readonly #count: number;
  readonly #idOf: (place: number) => string;
  /** Each place plus 1, at its id's hash or the next free slot behind; at least half of the slots are free. */
  readonly #slots: Uint32Array;
  readonly #mask: number;

  constructor(count: number, idOf: (place: number) => string) {
    this.#count = count;
    this.#idOf = idOf;
    const size = 2 ** Math.ceil(Math.log2(Math.max(count, 1) * 2));
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** Takes in the places 0 to count - 1. Stops between pieces of work. */
  *fill(): Generator<void> {
    for (let place = 0; place < this.#count; place += 1) {
      let slot = hashOf(this.#idOf(place)) & this.#mask;
      while (this.#slots[slot] !== FREE) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = place + 1;
      if (place % PIECE === 0) yield;
    }
  }

  of(id: string): number | undefined {
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
  // Its low bits alone are those that few units have stirred.
  return (hash ^ (hash >>> 15)) >>> 0;
}
