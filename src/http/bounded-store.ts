import { LRUCache } from 'lru-cache';

/** What an entry takes beside its value, roughly: key, list and bookkeeping. */
const ENTRY_BYTES = 500;
/** What Apollo Server keeps things in, bounded by what they take in memory; those used last stay. */
export class BoundedStore<V extends object | string> {
  readonly #entries: LRUCache<string, V>;

  /** @param bytes how much memory it may take, roughly */
  constructor(bytes: number, bytesOf: (value: V) => number) {
    this.#entries = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (value, key) => ENTRY_BYTES + key.length * 2 + bytesOf(value),
    });
  }

  async get(key: string): Promise<V | undefined> {
    return this.#entries.get(key);
  }

  async set(key: string, value: V): Promise<void> {
    this.#entries.set(key, value);
  }

  async delete(key: string): Promise<boolean> {
    return this.#entries.delete(key);
  }
}
