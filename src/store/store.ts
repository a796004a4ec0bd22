import type { Statement } from './statement.ts';

/**
 * Runs the statements of one transaction in the order in which they are given, also before those before are answered, and
 * checks each row against its declared columns.
 */
export interface Transaction {
  /** @throws QueryFailed, RowShape, StoreUnavailable, StoreTimeout */
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
}

export type Engine = 'embedded' | 'neo4j';

/**
 * The port to a graph database. Both adapters keep this contract (tests/conformance holds them to it):
 *
 * - `read` can't change the graph, whatever the statement says.
 * - `write` is one transaction: all of it is kept, or, when the work throws, nothing. Writers queue.
 * - A read that starts after a write of this store has resolved sees it.
 * - Statements run at most `timeoutMs`, then throw StoreTimeout.
 * - An engine that can't be reached throws StoreUnavailable; after `close`, every call does.
 */
export interface Store {
  readonly engine: Engine;
  /** Whether each statement is a round trip to a server, which others may write to as well. */
  readonly isRemote: boolean;
  /** Engine and version, for people. */
  readonly description: string;
  /** How many writes of this store have been committed. */
  readonly writes: number;
  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Makes the constraints and indexes of cypher/constraints/ true; doing it again changes nothing. */
  ensureSchema(): Promise<void>;
  /** Resolves when the engine answers. */
  ping(): Promise<void>;
  /** Waits for running statements, makes the data safe, and frees the file or the connections. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The longest that one statement may run, in milliseconds. */
  readonly timeoutMs: number;
  /** For tests: rows that no ORDER BY orders come in random order, where the engine can do that. */
  readonly shuffleUnordered?: boolean;
}
