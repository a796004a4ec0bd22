import { QueryTooComplex, StoreTimeout } from '../domain/errors.ts';
import type { GraphSnapshot } from '../snapshot/graph-snapshot.ts';
import type { CurrentGraph } from '../snapshot/snapshot-source.ts';
import type { Pieces } from '../snapshot/time-slices.ts';
import { limitConcurrency } from '../store/limit-concurrency.ts';
import type { Statement } from '../store/statement.ts';
import type { Engine, Store } from '../store/store.ts';
import { begin, type ComputeQueue, isPieces, type Turn, workToEnd } from './cost/compute-queue.ts';
import { type GraphStatistics, NO_STATISTICS, statisticsOf } from './cost/graph-statistics.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { MeasuredOperation } from './measured-operations.ts';
import type { ResultCache } from './result-cache.ts';
import { StatementLog } from './statement-log.ts';

export interface RequestOptions {
  readonly store: Pick<Store, 'read' | 'engine'>;
  /** A cache of results, shared by all requests. */
  readonly kept: ResultCache;
  /** The queue in which the request's computations wait for their turn. */
  readonly queue: ComputeQueue;
  /** The client that sent the request. Turns are shared fairly among clients. */
  readonly client: string;
  /** The start time of the request, by performance.now(). Default: now. */
  readonly startedAt?: number;
  /** The time limit for the request, in milliseconds. */
  readonly deadlineMs: number;
  /** Whether the client asked for `extensions.explain` and is allowed to get it. */
  readonly explain: boolean;
  /** The maximum number of objects in an answer. */
  readonly maxObjects: number;
}

/** Work up to this long, in milliseconds, runs at once. Waiting for a turn costs about a tenth of it. */
const AT_ONCE_MS = 1;

type InTurn = ReturnType<typeof limitConcurrency>;

/** The maximum number of concurrent statements for one request, so that other requests get connections. */
const MAX_CONCURRENT_READS = 8;

/**
 * The state that the resolvers of one request share: one snapshot of the graph, and nothing that depends on the time at
 * which a field is resolved. Apollo copies a context's own properties. So the private properties are TypeScript's, not
 * JavaScript's, and mutable state is in objects that the copies share.
 */
export class RequestContext {
  readonly explain: boolean;
  private readonly graph: CurrentGraph | Error;
  private readonly options: RequestOptions;
  private readonly end: number;
  private readonly state: RequestState = { objects: 0 };

  /** @param graph the graph, or the error that explains why there is none: fields that need the graph throw it */
  constructor(graph: CurrentGraph | Error, options: RequestOptions) {
    this.graph = graph;
    this.options = options;
    this.explain = options.explain;
    this.end = (options.startedAt ?? performance.now()) + options.deadlineMs;
  }

  /**
   * The graph at the version that the whole request sees.
   * @throws StoreUnavailable, StoreTimeout if no graph is available
   */
  get snapshot(): GraphSnapshot {
    if (this.graph instanceof Error) throw this.graph;
    return this.graph.snapshot;
  }

  /** The same, for callers that do not need a graph: undefined if no graph is available. */
  get snapshotIfAny(): GraphSnapshot | undefined {
    return this.graph instanceof Error ? undefined : this.graph.snapshot;
  }

  /** The upper bounds for the lists of the graph. Without a graph, all lists are empty. */
  get statistics(): GraphStatistics {
    const { snapshotIfAny } = this;
    return snapshotIfAny === undefined ? NO_STATISTICS : statisticsOf(snapshotIfAny);
  }

  /** The time since the database last confirmed the snapshot, in milliseconds; 0 within the agreed freshness. */
  get ageMs(): number {
    return this.graph instanceof Error ? 0 : this.graph.ageMs;
  }

  get engine(): Engine {
    return this.options.store.engine;
  }

  /**
   * Counts objects of the answer.
   * @throws QueryTooComplex if the answer has too many objects
   */
  count(objects: number): void {
    this.state.objects += objects;
    if (this.state.objects > this.options.maxObjects)
      throw new QueryTooComplex(
        `the answer has more than ${this.options.maxObjects} objects: ask for less at once`,
        { limit: this.options.maxObjects },
      );
  }

  /** The number of objects counted so far. */
  get counted(): number {
    return this.state.objects;
  }

  /** The statements that the request has run. */
  get statements(): StatementLog {
    this.state.statements ??= new StatementLog();
    return this.state.statements;
  }

  get statementCount(): number {
    return this.state.statements?.count ?? 0;
  }

  /** The time since the request started, in milliseconds, rounded to a tenth. */
  get elapsedMs(): number {
    return Math.round((performance.now() - this.end + this.options.deadlineMs) * 10) / 10;
  }

  /** How the operation is executed; see execution/README.md. */
  get path(): 'fast' | 'apollo' {
    return this.state.path ?? 'apollo';
  }

  /** Whether the fast path could not answer. */
  get hasLeftFastPath(): boolean {
    return this.state.path === 'apollo';
  }

  takeFastPath(): void {
    this.state.path = 'fast';
  }

  /** graphql-js resolves everything again, so the object count restarts at 0. */
  leaveFastPath(): void {
    this.state.path = 'apollo';
    this.state.objects = 0;
  }

  /** Makes a value from the snapshot and an operation's arguments: once for all requests, while it stays cached. */
  keep<T extends object>(key: string, make: () => T): T {
    const known = this.known(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.remember(key, made);
    return made;
  }

  /**
   * The same for work that takes noticeable processor time. It waits for its turn even if the result is cached.
   * Otherwise earlier requests would decide which field finishes first, and so which of several errors is reported.
   */
  computeCached<T extends object>(key: string, make: () => T | Pieces<T>): MaybePromise<T> {
    return this.compute(() => (this.known(key) as T | undefined) ?? this.rememberedAfter(key, make));
  }

  private *rememberedAfter<T extends object>(key: string, make: () => T | Pieces<T>): Pieces<T> {
    const begun = begin(make);
    const made = isPieces<T>(begun) ? yield* begun : begun;
    this.remember(key, made);
    return made;
  }

  /** The measured cost of the operation. Set by letIn(). */
  get measure(): MeasuredOperation | undefined {
    return this.state.measure;
  }

  /** @throws Overloaded if too much work is waiting already */
  letIn(measure: MeasuredOperation): void {
    this.state.measure = measure;
    if (measure.cost.milliseconds > AT_ONCE_MS) this.state.turn ??= this.enter(measure.cost.milliseconds);
  }

  /** Gives up the request's place in the queue: the answer is complete, or the client no longer waits for it. */
  leave(): void {
    this.state.hasLeft = true;
    this.state.turn?.leave();
  }

  /**
   * Does work that takes noticeable processor time, when its turn comes. Work that yields is done step by step.
   * If the calculated time of the whole operation is at most AT_ONCE_MS, the work runs at once. This applies to all
   * work of the operation, and always, so that the order of its errors is the same each time.
   */
  compute<T>(work: () => T | Pieces<T>): MaybePromise<T> {
    const { measure } = this.state;
    if (measure !== undefined && measure.cost.milliseconds <= AT_ONCE_MS) {
      this.assertInTime();
      return workToEnd(work);
    }
    this.state.turn ??= this.enter(0);
    return this.state.turn.run(() => {
      this.assertInTime();
      return work();
    });
  }

  private enter(milliseconds: number): Turn {
    const turn = this.options.queue.enter(this.options.client, milliseconds);
    // If the client closed its connection, do not wait for it again.
    if (this.state.hasLeft) turn.leave();
    return turn;
  }

  /**
   * Runs a statement. The same statement with the same parameters runs once for the request. Only queries about changes
   * need statements: changes are not in the snapshot.
   */
  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    const key = `${statement.file} ${JSON.stringify(params)}`;
    const known = this.results.get(key) ?? this.readNow(statement, params);
    this.results.set(key, known);
    return known as Promise<R[]>;
  }

  private readNow<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    this.state.reads ??= limitConcurrency(MAX_CONCURRENT_READS);
    return this.state.reads(() => {
      this.assertInTime();
      return this.statements.note(statement, () => this.options.store.read(statement, params));
    });
  }

  private get results(): Map<string, object> {
    this.state.results ??= new Map();
    return this.state.results;
  }

  private known(key: string): object | undefined {
    return this.state.results?.get(key) ?? this.options.kept.get(this.snapshot, key);
  }

  private remember(key: string, made: object): void {
    this.results.set(key, made);
    this.options.kept.set(this.snapshot, key, made);
  }

  private assertInTime(): void {
    if (performance.now() > this.end)
      throw new StoreTimeout(`the request took longer than ${this.options.deadlineMs} ms`);
  }
}

/** Everything but the count is created on first use: most requests need none of it. */
interface RequestState {
  objects: number;
  path?: 'fast' | 'apollo';
  statements?: StatementLog;
  results?: Map<string, object>;
  measure?: MeasuredOperation;
  turn?: Turn;
  hasLeft?: boolean;
  reads?: InTurn;
}
