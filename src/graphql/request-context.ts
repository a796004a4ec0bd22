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
  /** Results that requests share. */
  readonly kept: ResultCache;
  /** Where what the request computes waits for its turn. */
  readonly queue: ComputeQueue;
  /** Whose request it is: turns are shared among clients. */
  readonly client: string;
  /** When the request began, by performance.now(); now where left out. */
  readonly startedAt?: number;
  /** How long the request may take, in milliseconds. */
  readonly deadlineMs: number;
  /** Whether the client asked for `extensions.explain`, and may have it. */
  readonly explain: boolean;
  /** How many objects an answer may have. */
  readonly maxObjects: number;
}

/** Waiting for a turn costs about a tenth of this, in milliseconds. */
const AT_ONCE_MS = 1;

type InTurn = ReturnType<typeof limitConcurrency>;

/** How many statements one request may have under way, so that it leaves connections to the others. */
const MAX_CONCURRENT_READS = 8;

/**
 * What the resolvers of one request share: one snapshot of the graph, and nothing that depends on when a field is
 * resolved. Apollo copies a context's own properties, so they are TypeScript's private ones and not JavaScript's, and
 * what changes is in objects that the copies share.
 */
export class RequestContext {
  readonly explain: boolean;
  private readonly graph: CurrentGraph | Error;
  private readonly options: RequestOptions;
  private readonly end: number;
  private readonly state: RequestState = { objects: 0 };

  /** @param graph or why there is none: fields that need the graph then fail with that */
  constructor(graph: CurrentGraph | Error, options: RequestOptions) {
    this.graph = graph;
    this.options = options;
    this.explain = options.explain;
    this.end = (options.startedAt ?? performance.now()) + options.deadlineMs;
  }

  /**
   * The graph at the version that the whole request sees.
   * @throws StoreUnavailable, StoreTimeout when no graph could be had
   */
  get snapshot(): GraphSnapshot {
    if (this.graph instanceof Error) throw this.graph;
    return this.graph.snapshot;
  }

  /** The same for those who can do without: undefined where no graph could be had. */
  get snapshotIfAny(): GraphSnapshot | undefined {
    return this.graph instanceof Error ? undefined : this.graph.snapshot;
  }

  /** What bounds the lists of the graph; where there is none, they have nothing. */
  get statistics(): GraphStatistics {
    const { snapshotIfAny } = this;
    return snapshotIfAny === undefined ? NO_STATISTICS : statisticsOf(snapshotIfAny);
  }

  /** How long ago the database last confirmed the snapshot, in milliseconds; 0 within the agreed freshness. */
  get ageMs(): number {
    return this.graph instanceof Error ? 0 : this.graph.ageMs;
  }

  get engine(): Engine {
    return this.options.store.engine;
  }

  /**
   * Counts objects of the answer.
   * @throws QueryTooComplex when there are more than an answer may have
   */
  count(objects: number): void {
    this.state.objects += objects;
    if (this.state.objects > this.options.maxObjects)
      throw new QueryTooComplex(
        `the answer has more than ${this.options.maxObjects} objects: ask for less at once`,
        { limit: this.options.maxObjects },
      );
  }

  /** How many objects have been counted. */
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

  /** How long the request has taken so far, in milliseconds, to a tenth. */
  get elapsedMs(): number {
    return Math.round((performance.now() - this.end + this.options.deadlineMs) * 10) / 10;
  }

  /** Which way the operation is executed; see execution/README.md. */
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

  /** What was resolved so far is resolved again, by graphql-js. */
  leaveFastPath(): void {
    this.state.path = 'apollo';
    this.state.objects = 0;
  }

  /** Makes something from the snapshot and an operation's arguments; once for all requests, as long as it is kept. */
  keep<T extends object>(key: string, make: () => T): T {
    const known = this.known(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.remember(key, made);
    return made;
  }

  /**
   * The same for what takes the processor a while. It has its turn even where the result is kept: or else what ends first, and with it which of several errors an answer
   * tells, would depend on what was asked before.
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

  /** What the operation costs; known once it has been let in. */
  get measure(): MeasuredOperation | undefined {
    return this.state.measure;
  }

  /** @throws Overloaded where too much waits to be computed already */
  letIn(measure: MeasuredOperation): void {
    this.state.measure = measure;
    if (measure.cost.milliseconds > AT_ONCE_MS) this.state.turn ??= this.enter(measure.cost.milliseconds);
  }

  /** Gives up the request's place in the queue: its answer is there, or nobody waits for it. */
  leave(): void {
    this.state.hasLeft = true;
    this.state.turn?.leave();
  }

  /**
   * Does work that takes the processor a while when its turn comes; piece by piece where it stops between them. What the
   * whole operation computes is done at once where it is calculated to take no longer than a turn is worth: for all of
   * the operation alike, and always, so that the order of its errors is the same each time.
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
    // A client that closed its connection is not waited for again.
    if (this.state.hasLeft) turn.leave();
    return turn;
  }

  /**
   * Runs a statement, the same one once for the request. Only questions about changes need one: they are not in the
   * snapshot.
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

/** All but the count is made when first needed: most requests need none of it. */
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
