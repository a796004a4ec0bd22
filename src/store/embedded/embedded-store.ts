import type { GrafeoDB, Transaction as NativeTransaction } from '@grafeo-db/js';
import { QueryFailed, StoreUnavailable } from '../../domain/errors.ts';
import { withDeadline } from '../deadline.ts';
import { checkParams, checkRows } from '../rows.ts';
import { schemaStatements } from '../schema-statements.ts';
import type { Statement } from '../statement.ts';
import type { Store, StoreOptions, Transaction } from '../store.ts';
import { runWork } from '../write-work.ts';

/** Definitions of indexes and constraints, which the engine keeps whatever becomes of the transaction. */
const DEFINITION = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:CREATE|DROP|ALTER)\s+[a-z]/i;

/**
 * Rows written between two compactions. What was written stays in memory uncompressed until then, or until the file is
 * opened again: twice as much, which counts in an import of hundreds of bulletins. It takes a second or two.
 */
const COMPACT_EVERY = 250_000;

/** Adapter of the in-process engine: one file, one process, one writer at a time. */
export class EmbeddedStore implements Store {
  readonly engine = 'embedded';
  readonly isRemote = false;
  readonly description: string;
  readonly #db: GrafeoDB;
  readonly #timeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closed = false;
  #writes = 0;
  #uncompacted = 0;

  constructor(db: GrafeoDB, options: StoreOptions) {
    this.#db = db;
    this.#timeoutMs = options.timeoutMs;
    this.description = `Grafeo ${db.version()} (embedded)`;
  }

  get writes(): number {
    return this.#writes;
  }

  async read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    if (statement.mode !== 'read') throw new TypeError(`${statement.file} is not a read statement`);
    this.#assertOpen();
    if (DEFINITION.test(statement.text)) {
      throw new QueryFailed(statement.file, { cause: new Error('a read defines nothing') });
    }
    return this.#track(async () => {
      // Always rolled back: the engine has no read-only transaction, and so a write could not persist through this one.
      const transaction = this.#db.beginTransaction();
      try {
        return await execute(transaction, statement, params);
      } finally {
        transaction.rollback();
      }
    }, statement.file);
  }

  /** Queued, because the engine refuses the second of two writers of one node. */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#assertOpen();
    const run = this.#lastWrite.then(() => this.#writeNow(work));
    this.#lastWrite = run.catch(() => undefined);
    return run;
  }

  async #writeNow<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const transaction = this.#db.beginTransaction();
    // Work may ask for several at once. They run in order, and none behind one that failed.
    let last: Promise<unknown> = Promise.resolve();
    try {
      const result = await runWork(work, (statement, params) => {
        const running = last.then(() =>
          this.#track(() => {
            this.#uncompacted += rowsIn(params);
            return execute(transaction, statement, params);
          }, statement.file),
        );
        last = running;
        return running;
      });
      transaction.commit();
      this.#writes += 1;
      this.#compactIfDue();
      return result;
    } catch (error) {
      await Promise.allSettled([last]);
      await Promise.allSettled(this.#running);
      if (transaction.isActive) transaction.rollback();
      throw error;
    }
  }

  #compactIfDue(): void {
    if (this.#uncompacted < COMPACT_EVERY || !this.#db.info().is_persistent) return;
    this.#uncompacted = 0;
    try {
      this.#db.compact();
    } catch {
      // What was written is committed all the same. A disk that is full is told by the checkpoint at the close.
    }
  }

  async ensureSchema(): Promise<void> {
    this.#assertOpen();
    for (const statement of schemaStatements) await this.#db.executeCypher(statement.text);
  }

  async ping(): Promise<void> {
    this.#assertOpen();
    await this.#db.executeCypher('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#lastWrite;
    await Promise.allSettled(this.#running);
    if (this.#db.info().is_persistent) this.#db.walCheckpoint();
    this.#db.close();
  }

  /** The engine goes on answering after its own close(), so the adapter keeps that promise of the port. */
  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('the embedded engine is closed');
  }

  /** The engine can't cancel: past the deadline the caller is answered and the statement runs out on its own. */
  async #track<T>(work: () => Promise<T>, file: string): Promise<T> {
    const running = work();
    this.#running.add(running);
    running.finally(() => this.#running.delete(running)).catch(() => undefined);
    return withDeadline(running, this.#timeoutMs, file);
  }
}

const rowsIn = (params: unknown): number => {
  const { rows } = params as { rows?: unknown };
  return Array.isArray(rows) ? rows.length : 0;
};

async function execute<P, R>(
  transaction: NativeTransaction,
  statement: Statement<P, R>,
  params: P,
): Promise<R[]> {
  const checked = checkParams(statement, params);
  let rows: unknown[];
  try {
    rows = (await transaction.executeCypher(statement.text, checked)).toArray();
  } catch (error) {
    throw new QueryFailed(statement.file, { cause: error });
  }
  return checkRows(statement, rows);
}
