import { type GraphStamp, readGraphStamp } from './graph-version.ts';
import type { Statement } from './statement.ts';
import type { Store } from './store.ts';
import { VersionedCache } from './versioned-cache.ts';

/** What a character of the JSON of rows takes in memory, roughly: objects are larger than their texts. */
const BYTES_PER_CHARACTER = 3;

interface Options {
  /** How old the known stamp may be, in milliseconds; 0 asks for it before each operation. */
  readonly freshnessMs: number;
  /** How much memory the rows that are kept may take. */
  readonly cacheBytes: number;
}

/** A stamp of the graph, and what makes it out of date. */
interface Known {
  readonly stamp: GraphStamp;
  readonly at: number;
  readonly writes: number;
}

/**
 * What the operations of a server share to read the graph: the stamp that it is at, and rows kept of that. An operation
 * reads at one stamp only, so that what is kept and what is read anew never mix.
 */
export class VersionedReads {
  readonly #store: Store;
  readonly #freshnessMs: number;
  readonly #cacheBytes: number;
  readonly #cache: VersionedCache<readonly unknown[]>;
  #known: Known | undefined;
  #asking: Promise<GraphStamp> | undefined;
  #confirming: Promise<GraphStamp> | undefined;

  constructor(store: Store, { freshnessMs, cacheBytes }: Options) {
    this.#store = store;
    this.#freshnessMs = freshnessMs;
    this.#cacheBytes = cacheBytes;
    this.#cache = new VersionedCache(cacheBytes, (rows) => JSON.stringify(rows).length * BYTES_PER_CHARACTER);
  }

  get engine(): Store['engine'] {
    return this.#store.engine;
  }

  /** The graph's stamp, at once where it was learnt a short time ago; writes of this store are known at once. */
  stamp(): GraphStamp | Promise<GraphStamp> {
    return this.freshStamp() ?? this.#ask();
  }

  /** The same where nobody need be asked, or undefined. */
  freshStamp(): GraphStamp | undefined {
    const known = this.#known;
    const isFresh =
      known !== undefined &&
      known.writes === this.#store.writes &&
      (!this.#store.isRemote || performance.now() - known.at < this.#freshnessMs);
    return isFresh ? known.stamp : undefined;
  }

  /** One question serves all who wait for it, unless each must ask for itself. */
  #ask(): Promise<GraphStamp> {
    if (this.#freshnessMs === 0) return this.#learn();
    this.#asking ??= this.#learn().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** One question serves all whose statements have ended before it is sent. */
  #confirm(): Promise<GraphStamp> {
    this.#confirming ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.#confirming = undefined;
      return this.#learn();
    });
    return this.#confirming;
  }

  /** Of two looks the later one counts, whichever is answered first. */
  #know(known: Known): void {
    if (known.at >= (this.#known?.at ?? 0)) this.#known = known;
  }

  /** Makes the next operation ask, after one that has met another stamp. */
  forgetStamp(): void {
    this.#known = undefined;
  }

  async #learn(): Promise<GraphStamp> {
    const [at, { writes }] = [performance.now(), this.#store];
    const stamp = await readGraphStamp(this.#store);
    this.#know({ stamp, at, writes });
    return stamp;
  }

  /** The rows that are kept of this key at this stamp. */
  kept<R>(stamp: GraphStamp, key: string): R[] | undefined {
    return this.#cache.get(stamp, key) as R[] | undefined;
  }

  keep(stamp: GraphStamp, key: string, rows: readonly unknown[]): void {
    this.#cache.set(stamp, key, rows);
  }

  /** Whether rows are kept at all. */
  get keeps(): boolean {
    return this.#cacheBytes > 0;
  }

  /**
   * A statement's rows, and the graph's stamp once they had been read: where it is the one from before, they are of it.
   * @throws StoreUnavailable, StoreTimeout
   */
  async read<P, R>(statement: Statement<P, R>, params: P): Promise<{ rows: R[]; stamp: GraphStamp }> {
    const rows = await this.#store.read(statement, params);
    // Others may write to a database of its own at any time; the embedded engine has one writer.
    return { rows, stamp: await (this.#store.isRemote ? this.#confirm() : this.stamp()) };
  }
}
