import { GraphChanged, StoreTimeout } from '../domain/errors.ts';
import { pause } from '../snapshot/breathe.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import { withDeadline } from '../store/deadline.ts';
import { type GraphStamp, versionOf } from '../store/graph-version.ts';
import { limitConcurrency } from '../store/limit-concurrency.ts';
import type { Statement } from '../store/statement.ts';
import type { Engine } from '../store/store.ts';
import type { VersionedReads } from '../store/versioned-reads.ts';
import { andThen, type MaybePromise } from './maybe-promise.ts';
import { RelationLoader } from './relation-loader.ts';
import { StatementLog } from './statement-log.ts';

/** How many reads one operation may have under way, so that it leaves connections to the others. */
const MAX_CONCURRENT_READS = 8;

export interface OperationOptions {
  /** How long the operation may go on, in milliseconds. */
  readonly deadlineMs: number;
  readonly explain: boolean;
}

/** The reads of one operation, all of one version of the graph; see GraphContext, which shows it to resolvers. */
export class Operation {
  readonly statements = new StatementLog();
  readonly explain: boolean;
  readonly #reads: VersionedReads;
  readonly #snapshots: SnapshotSource;
  readonly #deadlineMs: number;
  readonly #end: number;
  readonly #inTurn = limitConcurrency(MAX_CONCURRENT_READS);
  readonly #oneByOne = limitConcurrency(1);
  #try: OneTry;

  constructor(reads: VersionedReads, snapshots: SnapshotSource, { deadlineMs, explain }: OperationOptions) {
    this.#reads = reads;
    this.#snapshots = snapshots;
    this.#deadlineMs = deadlineMs;
    this.#end = performance.now() + deadlineMs;
    this.explain = explain;
    this.#try = this.#newTry();
  }

  get engine(): Engine {
    return this.#reads.engine;
  }

  get relations(): RelationLoader {
    return this.#try.relations;
  }

  get failed(): boolean {
    return this.#try.failed;
  }

  get knownStamp(): GraphStamp | undefined {
    const { stamp } = this.#try;
    return typeof stamp === 'string' ? stamp : undefined;
  }

  confirm(): boolean {
    const [now, stamp] = [this.#try, this.knownStamp];
    if (now.changed) {
      // Or the next try would begin with what was true before.
      this.#reads.forgetStamp();
      this.#try = this.#newTry();
      return false;
    }
    if (now.failed || stamp === undefined) return true;
    for (const [key, rows] of now.toKeep) this.#reads.keep(stamp, key, rows);
    return true;
  }

  graphVersion(): MaybePromise<number> {
    return andThen(this.#stampOf(this.#try), versionOf);
  }

  read<P, R>(statement: Statement<P, R>, params: P): MaybePromise<R[]> {
    const now = this.#try;
    const key = `${statement.file} ${JSON.stringify(params)}`;
    return this.#remember(now, key, () => this.#readAnew(now, statement, params));
  }

  remember<T>({ stamp }: GraphSnapshot, key: string, make: () => Promise<T[]>): MaybePromise<T[]> {
    // A try that was given up may still come here, with the snapshot that it had.
    return this.#remember(this.#try, `${key} ${stamp}`, make);
  }

  snapshot(): MaybePromise<GraphSnapshot> {
    const now = this.#try;
    now.snapshot ??= andThen(this.#stampOf(now), (stamp) => {
      const kept = this.#snapshots.kept(stamp);
      return kept ?? this.#readSnapshot(now, stamp);
    });
    return now.snapshot;
  }

  compute<T>(work: () => T): Promise<T> {
    return this.#oneByOne(async () => {
      await pause();
      this.#assertInTime();
      return work();
    });
  }

  /** What a try has begun stays its own, so that the late answers of one that was given up reach no other. */
  #newTry(): OneTry {
    const fresh: OneTry = {
      changed: false,
      failed: false,
      asked: new Map(),
      toKeep: [],
      relations: new RelationLoader({
        read: (statement, params) => this.#readAnew(fresh, statement, params),
        ready: () => this.#stampOf(fresh),
        kept: (key) => {
          const stamp = this.#stampOf(fresh);
          return typeof stamp === 'string' ? this.#reads.kept(stamp, key) : undefined;
        },
        keep: (key, rows) => {
          if (this.#reads.keeps) fresh.toKeep.push([key, rows]);
        },
      }),
    };
    return fresh;
  }

  #stampOf(now: OneTry): MaybePromise<GraphStamp> {
    if (now.stamp === undefined) {
      const stamp = this.#reads.stamp();
      now.stamp = stamp;
      if (stamp instanceof Promise) {
        stamp.then(
          (known) => {
            now.stamp = known;
          },
          () => {
            now.failed = true;
          },
        );
      }
    }
    return now.stamp;
  }

  #remember<T>(now: OneTry, key: string, make: () => Promise<T[]>): MaybePromise<T[]> {
    return andThen(this.#stampOf(now), (stamp) => {
      const kept = this.#reads.kept<T>(stamp, key);
      if (kept !== undefined) return kept;
      const asked = now.asked.get(key) as Promise<T[]> | undefined;
      if (asked !== undefined) return asked;
      const made = make().then((rows) => {
        if (this.#reads.keeps) now.toKeep.push([key, rows]);
        return rows;
      });
      now.asked.set(key, made);
      return made;
    });
  }

  #readAnew<P, R>(now: OneTry, statement: Statement<P, R>, params: P): Promise<R[]> {
    const reading = this.statements.note(statement, () => this.#send(now, statement, params));
    reading.catch(() => {
      now.failed = true;
    });
    return reading;
  }

  async #send<P, R>(now: OneTry, statement: Statement<P, R>, params: P): Promise<R[]> {
    const stamp = await this.#stampOf(now);
    const { rows, stamp: after } = await this.#inTurn(() => {
      this.#assertInTime();
      return this.#reads.read(statement, params);
    });
    if (after !== stamp) now.changed = true;
    return rows;
  }

  async #readSnapshot(now: OneTry, stamp: GraphStamp): Promise<GraphSnapshot> {
    const left = Math.max(1, this.#end - performance.now());
    const snapshot = await withDeadline(this.#snapshots.at(stamp), left, 'reading the graph');
    if (snapshot.stamp === stamp) return snapshot;
    now.changed = true;
    throw new GraphChanged();
  }

  #assertInTime(): void {
    if (performance.now() > this.#end)
      throw new StoreTimeout(`the operation took longer than ${this.#deadlineMs} ms`);
  }
}

/** One way through the operation, at one version. */
interface OneTry {
  /** Whether it has met another version than its own: all rows come with the version that they were read at. */
  changed: boolean;
  /** Whether something could not be read. */
  failed: boolean;
  /** What has been asked for already, by its key. */
  readonly asked: Map<string, Promise<unknown[]>>;
  /** Rows by their keys, to be kept once they are known to be of the version. */
  readonly toKeep: [key: string, rows: readonly unknown[]][];
  readonly relations: RelationLoader;
  stamp?: MaybePromise<GraphStamp>;
  snapshot?: MaybePromise<GraphSnapshot>;
}
