import type { Store } from '../store/store.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { readSnapshot } from './read-snapshot.ts';

/** Keeps the snapshot of the version last asked for; one read serves all who wait for it. */
export class SnapshotSource {
  readonly #store: Store;
  #latest: Promise<GraphSnapshot> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * The graph at `version`, or at a later one where it has changed since the caller learnt of that version.
   * @throws StoreUnavailable, StoreTimeout
   */
  async at(version: number): Promise<GraphSnapshot> {
    // In a loop: what another caller began to read may be older than what this one has learnt of.
    for (;;) {
      this.#latest ??= this.#read();
      const reading = this.#latest;
      const snapshot = await reading;
      if (snapshot.version >= version) return snapshot;
      // Of all who waited for it the first drops it, and what that one then reads is for the others too.
      if (this.#latest === reading) this.#latest = undefined;
    }
  }

  #read(): Promise<GraphSnapshot> {
    const reading = readSnapshot(this.#store);
    // A failed read is for those who wait for it; the next caller tries anew.
    reading.catch(() => {
      if (this.#latest === reading) this.#latest = undefined;
    });
    return reading;
  }
}
