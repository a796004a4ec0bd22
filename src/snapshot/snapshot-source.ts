import { StoreTimeout, StoreUnavailable } from '../domain/errors.ts';
import { withDeadline } from '../store/deadline.ts';
import { type GraphStamp, readGraphStamp, versionOf } from '../store/graph-version.ts';
import type { Store } from '../store/store.ts';
import { advanceSnapshot } from './advance/advance-snapshot.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { readSnapshot } from './read-snapshot.ts';

/** The graph that one request is answered from. */
export interface CurrentGraph {
  readonly snapshot: GraphSnapshot;
  /** How long ago the database last confirmed it, in milliseconds; 0 where that is within the agreed freshness. */
  readonly ageMs: number;
}

export interface Freshness {
  /** How long a look at the graph's version holds, in milliseconds; 0 looks for each request. */
  readonly freshnessMs: number;
  /** How old an answer may be while the database does not answer, in milliseconds. */
  readonly maxStaleMs: number;
  /** How long a request waits for a newer graph before it is answered from the one at hand, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 1000;

/** When the database confirmed the snapshot: the moment the question was sent, and this process's writes by then. */
interface Confirmed {
  readonly at: number;
  readonly writes: number;
}

/** Keeps one snapshot of the graph, the newest, for all requests. */
export class SnapshotSource {
  readonly #store: Store;
  readonly #freshness: Freshness;
  #snapshot: GraphSnapshot | undefined;
  #confirmed: Confirmed = { at: Number.NEGATIVE_INFINITY, writes: -1 };
  /** Looks at the version for all who wait. */
  #looking: Promise<GraphSnapshot> | undefined;
  /** Reads a newer graph for all who wait. */
  #reading: Promise<GraphSnapshot> | undefined;
  #prepare: ((snapshot: GraphSnapshot) => Promise<void>) | undefined;
  #notice: ((isSilent: boolean) => void) | undefined;
  /** Whether the last look failed or is overdue, so that nobody waits for the next one. */
  #isSilent = false;

  constructor(store: Store, freshness: Freshness) {
    this.#store = store;
    this.#freshness = freshness;
  }

  /** Does this with each newer snapshot before requests get it; it must give way to the rest of the process. */
  prepareWith(prepare: (snapshot: GraphSnapshot) => Promise<void>): void {
    this.#prepare = prepare;
  }

  /** The snapshot where it is known to be the newest, or undefined. */
  fresh(): GraphSnapshot | undefined {
    const { at, writes } = this.#confirmed;
    const isFresh =
      writes === this.#store.writes &&
      // The embedded engine has one writer, this process.
      (!this.#store.isRemote || performance.now() - at < this.#freshness.freshnessMs);
    return isFresh ? this.#snapshot : undefined;
  }

  /**
   * The graph to answer a request from, at once where it is known to be fresh.
   * @throws StoreUnavailable, StoreTimeout when there is none, or none that is new enough
   */
  current(): CurrentGraph | Promise<CurrentGraph> {
    const snapshot = this.fresh();
    return snapshot === undefined ? this.#currentAfterLook() : { snapshot, ageMs: 0 };
  }

  /** Tells of it when the database falls silent, and when it answers again. */
  noticeSilence(notice: (isSilent: boolean) => void): void {
    this.#notice = notice;
  }

  /** Reads the newest graph, whatever is at hand. */
  refresh(): Promise<GraphSnapshot> {
    return this.#look();
  }

  async #currentAfterLook(): Promise<CurrentGraph> {
    const looking = this.#look();
    const kept = this.#snapshot;
    if (kept === undefined) return { snapshot: await looking, ageMs: 0 };
    try {
      const patience = this.#isSilent ? 0 : (this.#freshness.patienceMs ?? PATIENCE_MS);
      return { snapshot: await withDeadline(looking, patience, 'reading the graph'), ageMs: 0 };
    } catch (error) {
      if (!(error instanceof StoreTimeout || error instanceof StoreUnavailable)) throw error;
      this.#setSilent(true);
      const ageMs = performance.now() - this.#confirmed.at;
      if (ageMs <= this.#freshness.maxStaleMs)
        return { snapshot: kept, ageMs: Math.max(1, Math.round(ageMs)) };
      return { snapshot: await looking, ageMs: 0 };
    }
  }

  #setSilent(isSilent: boolean): void {
    if (isSilent !== this.#isSilent) this.#notice?.(isSilent);
    this.#isSilent = isSilent;
  }

  /** One look serves all who wait for it, unless each must look for itself. */
  #look(): Promise<GraphSnapshot> {
    if (this.#freshness.freshnessMs === 0) return this.#learn();
    this.#looking ??= this.#learn().finally(() => {
      this.#looking = undefined;
    });
    // Whoever is answered from an older graph does not wait for this one.
    this.#looking.catch(() => undefined);
    return this.#looking;
  }

  async #learn(): Promise<GraphSnapshot> {
    const confirmed = { at: performance.now(), writes: this.#store.writes };
    const snapshot = await this.#at(await readGraphStamp(this.#store));
    // Of two looks the later one counts, whichever ends first.
    if (confirmed.at >= this.#confirmed.at) {
      this.#confirmed = confirmed;
      this.#snapshot = snapshot;
      this.#setSilent(false);
    }
    return snapshot;
  }

  /** The graph at `stamp`, or a newer one where it has changed since. */
  async #at(stamp: GraphStamp): Promise<GraphSnapshot> {
    const kept = this.#snapshot;
    if (kept?.stamp === stamp) return kept;
    const reading = await this.#reading?.catch(() => undefined);
    if (reading !== undefined && (await this.#isAtLeast(reading, stamp))) return reading;
    this.#reading ??= this.#read(kept).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** A later version may be of a graph that was since emptied, and filled again from version 1. */
  async #isAtLeast(snapshot: GraphSnapshot, stamp: GraphStamp): Promise<boolean> {
    if (snapshot.version <= versionOf(stamp)) return snapshot.stamp === stamp;
    return (await readGraphStamp(this.#store)) === snapshot.stamp;
  }

  async #read(before: GraphSnapshot | undefined): Promise<GraphSnapshot> {
    // Changes that can't be read or understood are in the graph all the same.
    const later = before && (await advanceSnapshot(this.#store, before).catch(() => undefined));
    const snapshot = later ?? (await readSnapshot(this.#store));
    await this.#prepare?.(snapshot);
    return snapshot;
  }
}
