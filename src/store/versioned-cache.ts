import { LRUCache } from 'lru-cache';
import type { GraphStamp } from './graph-version.ts';

/** What an entry takes beside its value, roughly: key, list and bookkeeping. */
const ENTRY_BYTES = 200;

/** Values of one graph at one version by what they were asked with; bounded by their size, those used last stay. */
export class VersionedCache<V extends object> {
  readonly #entries: LRUCache<string, V> | undefined;
  #stamp: GraphStamp | undefined;

  /**
   * @param bytes how much memory it may take, roughly; 0 keeps nothing
   * @param bytesOf how much memory a value takes, roughly
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

  /** A value of another version than the last takes the place of all that is kept. */
  set(stamp: GraphStamp, key: string, value: V): void {
    if (this.#entries === undefined) return;
    if (stamp !== this.#stamp) {
      this.#entries.clear();
      this.#stamp = stamp;
    }
    this.#entries.set(key, value);
  }
}
