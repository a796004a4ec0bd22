import type { PolicyGraphError } from '../domain/errors.ts';
import type { Statement } from './statement.ts';

/**
 * Runs the statements of one transaction in the order of the calls. A caller need not wait for an answer before the
 * next call. Each row is checked against its declared columns.
 */
export interface Transaction {
  /** @throws QueryFailed, RowShape, StoreUnavailable, StoreTimeout, StoreFull */
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
}

export type Engine = 'embedded' | 'neo4j';

/**
 * The port to a graph database. Both adapters follow this contract (tests/conformance checks it):
 *
 * - `read` can't change the graph, whatever the statement says.
 * - `write` is one transaction: all of it is committed, or nothing if the work throws. Writers queue.
 * - A read that starts after a write of this store has resolved sees that write.
 * - A statement runs for at most `timeoutMs`, then throws StoreTimeout. So does each wait for a silent engine.
 * - If the engine can't be reached, calls throw StoreUnavailable. After `close`, every call does.
 * - If the rollback of a failed write fails too, the error of the write is thrown.
 */
export interface Store {
  readonly engine: Engine;
  /** Whether each statement is a round trip to a server. Other clients may write to that server too. */
  readonly isRemote: boolean;
  /** Engine and version, for display. */
  readonly description: string;
  /** The number of committed writes of this store. */
  readonly writes: number;
  /** The error that `write` and `ensureSchema` throw, if the store can't be written. */
  readonly readOnly: PolicyGraphError | undefined;
  /** The error that describes lost data, if any was found when the graph was opened. */
  readonly loss: PolicyGraphError | undefined;
  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Creates the constraints and indexes of cypher/constraints/. A second call changes nothing. */
  ensureSchema(): Promise<void>;
  /** Resolves when the engine answers. @throws StoreUnavailable after `withinMs`, by default `timeoutMs` */
  ping(withinMs?: number): Promise<void>;
  /**
   * Waits for running calls, makes the data durable, and frees the file or the connections.
   * @param withinMs gives up calls that still run after this time; without it, waits for all of them
   * @throws StoreFull if no space is left to bring the file up to date; committed data stays in its log
   */
  close(withinMs?: number): Promise<void>;
}

export interface StoreOptions {
  /** The maximum run time of one statement, in milliseconds. */
  readonly timeoutMs: number;
  /** Opens a file for reading only: the file is not changed, and several processes may do so at the same time. */
  readonly readOnly?: boolean;
  /** For tests: returns rows without ORDER BY in random order, if the engine supports that. */
  readonly shuffleUnordered?: boolean;
}
