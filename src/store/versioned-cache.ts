import { LRUCache } from 'lru-cache';

/** The approximate size of an entry without its value: key, list and bookkeeping. */
const ENTRY_BYTES = 200;

/**
 * Caches values of one graph at one version, by key. Limited by size; the least recently used are dropped first. `G`
 * identifies the graph: its stamp, or its snapshot.
 */
export class VersionedCache<G, V extends object> {
  readonly #entries: LRUCache<string, V> | undefined;
  #graph: G | undefined;

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

  get(graph: G, key: string): V | undefined {
    return graph === this.#graph ? this.#entries?.get(key) : undefined;
  }

  /** If the graph differs from the last one, the value replaces all cached values. */
  set(graph: G, key: string, value: V): void {
    if (this.#entries === undefined) return;
    if (graph !== this.#graph) {
      this.#entries.clear();
      this.#graph = graph;
    }
    this.#entries.set(key, value);
  }
}
