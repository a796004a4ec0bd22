import { LRUCache } from 'lru-cache';
import type { GraphStamp } from './graph-version.ts';

/** The approximate size of an entry without its value: key, list and bookkeeping. */
const ENTRY_BYTES = 200;

/** Caches values of one graph at one version, by key. Limited by size; the least recently used are dropped first. */
export class VersionedCache<V extends object> {
  readonly #entries: LRUCache<string, V> | undefined;
  #stamp: GraphStamp | undefined;

  /**
   * @param bytes maximum memory of the cache, roughly; 0 caches nothing
   * @param bytesOf memory of a value, roughly
   */
  constructor(bytes: number, bytesOf: (value: V) => number) {
    this.#entries =
      bytes > 0
        ? new LRUCache({
            maxSize: bytes,
            sizeCalculation: (value, key) => ENTRY_BYTES + key.length * 2 + bytesOf(value),
          })
        : undefined;
  }

  get(stamp: GraphStamp, key: string): V | undefined {
    return stamp === this.#stamp ? this.#entries?.get(key) : undefined;
  }

  /** If the version differs from the last one, the value replaces all cached values. */
  set(stamp: GraphStamp, key: string, value: V): void {
    if (this.#entries === undefined) return;
    if (stamp !== this.#stamp) {
      this.#entries.clear();
      this.#stamp = stamp;
    }
    this.#entries.set(key, value);
  }
}
