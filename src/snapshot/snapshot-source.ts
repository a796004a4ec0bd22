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
  /** Milliseconds since the database last confirmed the snapshot; 0 if this is within the configured freshness. */
  readonly ageMs: number;
}

export interface Freshness {
  /** How long a check of the graph version stays valid, in milliseconds; 0 checks for each request. */
  readonly freshnessMs: number;
  /** The maximum age of an answer while the database does not respond, in milliseconds. */
  readonly maxStaleMs: number;
  /** How long a request waits for a newer graph before it uses the cached one, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 1000;

/** When the database confirmed the snapshot: the time the query was sent, and this process's write count then. */
interface Confirmed {
  readonly at: number;
  readonly writes: number;
}

/** Keeps the newest snapshot of the graph for all requests. */
export class SnapshotSource {
  readonly #store: Store;
  readonly #freshness: Freshness;
  #snapshot: GraphSnapshot | undefined;
  #confirmed: Confirmed = { at: Number.NEGATIVE_INFINITY, writes: -1 };
  /** The check of the version in progress, shared by all callers. */
  #looking: Promise<GraphSnapshot> | undefined;
  /** The read of a newer graph in progress, shared by all callers. */
  #reading: Promise<GraphSnapshot> | undefined;
  #prepare: ((snapshot: GraphSnapshot) => Promise<void>) | undefined;
  #notice: ((isSilent: boolean) => void) | undefined;
  /** Whether the last check failed or is overdue. If so, requests do not wait for the next one. */
  #isSilent = false;

  constructor(store: Store, freshness: Freshness) {
    this.#store = store;
    this.#freshness = freshness;
  }

  /** Calls `prepare` with each newer snapshot before requests get it. `prepare` must yield to the event loop. */
  prepareWith(prepare: (snapshot: GraphSnapshot) => Promise<void>): void {
    this.#prepare = prepare;
  }

  /** The snapshot if it is known to be the newest, otherwise undefined. */
  fresh(): GraphSnapshot | undefined {
    const { at, writes } = this.#confirmed;
    const isFresh =
      writes === this.#store.writes &&
      // The embedded engine has only one writer, this process.
      (!this.#store.isRemote || performance.now() - at < this.#freshness.freshnessMs);
    return isFresh ? this.#snapshot : undefined;
  }

  /**
   * Returns the graph for a request, synchronously if it is known to be fresh.
   * @throws StoreUnavailable, StoreTimeout if there is no graph, or none that is new enough
   */
  current(): CurrentGraph | Promise<CurrentGraph> {
    const snapshot = this.fresh();
    return snapshot === undefined ? this.#currentAfterLook() : { snapshot, ageMs: 0 };
  }

  /** Calls `notice` when the database stops responding, and when it responds again. */
  noticeSilence(notice: (isSilent: boolean) => void): void {
    this.#notice = notice;
  }

  /** Checks the version and returns the newest graph, even if the cached one is fresh. */
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

  /** All callers share one check, unless `freshnessMs` is 0: then each makes its own. */
  #look(): Promise<GraphSnapshot> {
    if (this.#freshness.freshnessMs === 0) return this.#learn();
    this.#looking ??= this.#learn().finally(() => {
      this.#looking = undefined;
    });
    // A request answered from an older graph does not await this check. Avoid an unhandled rejection.
    this.#looking.catch(() => undefined);
    return this.#looking;
  }

  async #learn(): Promise<GraphSnapshot> {
    const confirmed = { at: performance.now(), writes: this.#store.writes };
    const snapshot = await this.#at(await readGraphStamp(this.#store));
    // If two checks overlap, the one that started later counts, even if it ends first.
    if (confirmed.at >= this.#confirmed.at) {
      this.#confirmed = confirmed;
      this.#snapshot = snapshot;
      this.#setSilent(false);
    }
    return snapshot;
  }

  /** Returns the graph at `stamp`, or a newer one if it has changed since. */
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

  /** A higher version may come from a graph that was emptied and filled again from version 1, so compare stamps. */
  async #isAtLeast(snapshot: GraphSnapshot, stamp: GraphStamp): Promise<boolean> {
    if (snapshot.version <= versionOf(stamp)) return snapshot.stamp === stamp;
    return (await readGraphStamp(this.#store)) === snapshot.stamp;
  }

  async #read(before: GraphSnapshot | undefined): Promise<GraphSnapshot> {
    // If the changes can't be read or parsed, read the whole graph: it contains them.
    const later = before && (await advanceSnapshot(this.#store, before).catch(() => undefined));
    const snapshot = later ?? (await readSnapshot(this.#store));
    await this.#prepare?.(snapshot);
    return snapshot;
  }
}
