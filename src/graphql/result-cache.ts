import { LRUCache } from 'lru-cache';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import { bytesOf } from './bytes-of.ts';

/** What an entry takes beside its value, in bytes, roughly: key and bookkeeping. */
const ENTRY_BYTES = 200;

/** Results that depend on the snapshot and on an operation's arguments, such as the items that a filter leaves. */
export class ResultCache {
  readonly #entries: LRUCache<string, object> | undefined;
  #snapshot: GraphSnapshot | undefined;

  /** @param bytes how much memory they may take, roughly; 0 keeps nothing */
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

  /** A result of another snapshot than the last takes the place of all that is kept. */
  set(snapshot: GraphSnapshot, key: string, value: object): void {
    if (this.#entries === undefined) return;
    if (snapshot !== this.#snapshot) {
      this.#entries.clear();
      this.#snapshot = snapshot;
    }
    this.#entries.set(key, value);
  }
}
