import type { PolicyGraphError } from '../domain/errors.ts';
import type { Statement } from './statement.ts';

/**
 * Runs the statements of one transaction in the order in which they are given, also before those before are answered, and
 * checks each row against its declared columns.
 */
export interface Transaction {
  /** @throws QueryFailed, RowShape, StoreUnavailable, StoreTimeout, StoreFull */
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
}

export type Engine = 'embedded' | 'neo4j';

/**
 * The port to a graph database. Both adapters keep this contract (tests/conformance holds them to it):
 *
 * - `read` can't change the graph, whatever the statement says.
 * - `write` is one transaction: all of it is kept, or, when the work throws, nothing. Writers queue.
 * - A read that starts after a write of this store has resolved sees it.
 * - Statements run at most `timeoutMs`, then throw StoreTimeout. So does each wait for an engine that is silent.
 * - An engine that can't be reached throws StoreUnavailable; after `close`, every call does.
 * - What fails while a failed write is undone never hides why it failed.
 */
export interface Store {
  readonly engine: Engine;
  /** Whether each statement is a round trip to a server, which others may write to as well. */
  readonly isRemote: boolean;
  /** Engine and version, for people. */
  readonly description: string;
  /** How many writes of this store have been committed. */
  readonly writes: number;
  /** Why nothing can be written, where that is so: what `write` and `ensureSchema` throw. */
  readonly readOnly: PolicyGraphError | undefined;
  /** What was found missing when the graph was opened, if anything was. */
  readonly loss: PolicyGraphError | undefined;
  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Makes the constraints and indexes of cypher/constraints/ true; doing it again changes nothing. */
  ensureSchema(): Promise<void>;
  /** Resolves when the engine answers. @throws StoreUnavailable after `withinMs`, or `timeoutMs` where that is less */
  ping(withinMs?: number): Promise<void>;
  /**
   * Waits for what runs, makes the data safe, and frees the file or the connections.
   * @param withinMs gives up what still runs after this time; without it, all that runs is waited for
   * @throws StoreFull where no space is left to bring the file up to date; what was committed is kept in its log
   */
  close(withinMs?: number): Promise<void>;
}

export interface StoreOptions {
  /** The longest that one statement may run, in milliseconds. */
  readonly timeoutMs: number;
  /** Opens a file for reading only: it is left as it is, and several processes may do so at once. */
  readonly readOnly?: boolean;
  /** For tests: rows that no ORDER BY orders come in random order, where the engine can do that. */
  readonly shuffleUnordered?: boolean;
}
