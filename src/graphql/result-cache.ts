import { LRUCache } from 'lru-cache';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import { bytesOf } from './bytes-of.ts';

/** The approximate size of an entry without its value, in bytes: bookkeeping. The key is added separately. */
const ENTRY_BYTES = 200;

/** Results that depend on the snapshot and on an operation's arguments, such as the items that match a filter. */
export class ResultCache {
  readonly #entries: LRUCache<string, object> | undefined;
  #snapshot: GraphSnapshot | undefined;

  /** @param bytes the approximate memory limit, in bytes; 0 disables the cache */
  constructor(bytes: number) {
    this.#entries =
      bytes > 0
        ? new LRUCache({
            maxSize: bytes,
            sizeCalculation: (value, key) => ENTRY_BYTES + key.length * 2 + bytesOf(value),
          })
        : undefined;
  }

  get(snapshot: GraphSnapshot, key: string): object | undefined {
    return snapshot === this.#snapshot ? this.#entries?.get(key) : undefined;
  }

  /** If the result belongs to another snapshot than the last one, all cached results are dropped first. */
  set(snapshot: GraphSnapshot, key: string, value: object): void {
    if (this.#entries === undefined) return;
    if (snapshot !== this.#snapshot) {
      this.#entries.clear();
      this.#snapshot = snapshot;
    }
    this.#entries.set(key, value);
  }
}
