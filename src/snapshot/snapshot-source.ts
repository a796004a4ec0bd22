import { type GraphStamp, readGraphStamp, versionOf } from '../store/graph-version.ts';
import type { Store } from '../store/store.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { laterSnapshot } from './later-snapshot.ts';
import { readSnapshot } from './read-snapshot.ts';

/** Keeps the snapshot of the version last asked for; one read serves all who wait for it. */
export class SnapshotSource {
  readonly #store: Store;
  #latest: Promise<GraphSnapshot> | undefined;
  /** What the latest has come to, once it has. */
  #ended: GraphSnapshot | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The snapshot of just this graph, if it is at hand. */
  kept(stamp: GraphStamp): GraphSnapshot | undefined {
    return this.#ended?.stamp === stamp ? this.#ended : undefined;
  }

  /**
   * The graph at `stamp`, or as it is by now where it has changed since the caller learnt of that.
   * @throws StoreUnavailable, StoreTimeout
   */
  async at(stamp: GraphStamp): Promise<GraphSnapshot> {
    const latest = this.#latest;
    const known = await latest;
    if (known !== undefined && (await this.#holds(known, stamp))) return known;
    // What another caller has begun to read meanwhile is new enough for this one too.
    if (this.#latest === latest) this.#latest = this.#read();
    return this.#latest ?? this.#read();
  }

  /** A later version may be one of a graph that was since emptied, and filled again from version 1. */
  async #holds(snapshot: GraphSnapshot, stamp: GraphStamp): Promise<boolean> {
    if (snapshot.version <= versionOf(stamp)) return snapshot.stamp === stamp;
    return (await readGraphStamp(this.#store)) === snapshot.stamp;
  }

  async #readOn(before: GraphSnapshot | undefined): Promise<GraphSnapshot> {
    // What can't be read of the changes, or understood, is in the graph all the same.
    const later = before && (await laterSnapshot(this.#store, before).catch(() => undefined));
    return later ?? readSnapshot(this.#store);
  }

  #read(): Promise<GraphSnapshot> {
    const reading = this.#readOn(this.#ended);
    // A failed read is for those who wait for it; the next caller tries anew.
    reading.then(
      (snapshot) => {
        if (this.#latest === reading) this.#ended = snapshot;
      },
      () => {
        if (this.#latest === reading) this.#latest = undefined;
      },
    );
    return reading;
  }
}
