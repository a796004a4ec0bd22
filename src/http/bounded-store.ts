import { LRUCache } from 'lru-cache';

/** The approximate memory of an entry without its value: key, list and bookkeeping. */
const ENTRY_BYTES = 500;
/** A least-recently-used cache for Apollo Server, bounded by the memory of its entries. */
export class BoundedStore<V extends object | string> {
  readonly #entries: LRUCache<string, V>;

  /** @param bytes the approximate memory limit */
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
