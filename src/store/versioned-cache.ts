import { LRUCache } from 'lru-cache';

/** What an entry takes beside its value, roughly: key, list and bookkeeping. */
const ENTRY_BYTES = 200;

/** Values of one version of the graph by what they were asked with; bounded by their size, those used last stay. */
export class VersionedCache<V extends object> {
  readonly #entries: LRUCache<string, V> | undefined;
  #version = -1;

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

  get(version: number, key: string): V | undefined {
    return version === this.#version ? this.#entries?.get(key) : undefined;
  }

  /** A value of another version than the last takes the place of all that is kept. */
  set(version: number, key: string, value: V): void {
    if (this.#entries === undefined) return;
    if (version !== this.#version) {
      this.#entries.clear();
      this.#version = version;
    }
    this.#entries.set(key, value);
  }
}
