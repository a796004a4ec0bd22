import type { GrafeoDB, Transaction as NativeTransaction } from '@grafeo-db/js';
import {
  type PolicyGraphError,
  QueryFailed,
  type StoreIncomplete,
  StoreUnavailable,
} from '../../domain/errors.ts';
import { settlesWithin, withDeadline } from '../deadline.ts';
import { readGraphStamp } from '../graph-version.ts';
import { checkParams, checkRows } from '../rows.ts';
import { schemaStatements } from '../schema-statements.ts';
import type { Statement } from '../statement.ts';
import type { Store, StoreOptions, Transaction } from '../store.ts';
import { runWork } from '../write-work.ts';
import { noteVersion } from './committed-versions.ts';
import { toFileError, unwrittenError } from './embedded-errors.ts';

/** Definitions of indexes and constraints. The engine keeps them even if the transaction is rolled back. */
const DEFINITION = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:CREATE|DROP|ALTER)\s+[a-z]/i;

/**
 * Rows written between two compactions. Written data stays uncompressed in memory until then, or until the file is
 * opened again. It takes twice the memory, which matters in an import of hundreds of bulletins. A compaction takes a
 * second or two.
 */
const COMPACT_EVERY = 250_000;

interface File {
  readonly path: string;
  readonly readOnly?: PolicyGraphError | undefined;
}

/** Adapter of the in-process engine: one file, one process, one writer at a time. */
export class EmbeddedStore implements Store {
  readonly engine = 'embedded';
  readonly isRemote = false;
  readonly description: string;
  readonly readOnly: PolicyGraphError | undefined;
  loss: StoreIncomplete | undefined;
  readonly #db: GrafeoDB;
  /** Undefined for an in-memory graph. */
  readonly #path: string | undefined;
  readonly #timeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #closed = false;
  #writes = 0;
  #uncompacted = 0;

  constructor(db: GrafeoDB, options: StoreOptions, file?: File) {
    this.#db = db;
    this.#path = file?.path;
    this.#timeoutMs = options.timeoutMs;
    this.readOnly = file?.readOnly;
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
    return this.#readNow(statement, params);
  }

  #readNow<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return this.#inTime(statement.file, async () => {
      // Always rolled back, so that no write persists: the engine has no read-only transaction.
      const transaction = this.#db.beginTransaction();
      try {
        return await this.#execute(transaction, statement, params);
      } finally {
        rollBack(transaction);
      }
    });
  }

  /** Queued, because the engine refuses the second of two concurrent writers of one node. */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#assertWritable();
    const begun = this.#lastWrite.then(() => this.#writeNow(work));
    this.#lastWrite = begun.then(({ ended }) => ended).catch(() => undefined);
    return begun.then(({ result }) => result);
  }

  /** `result` fails at once. `ended` resolves when nothing of the write runs any more; then the next one may begin. */
  #writeNow<T>(work: (transaction: Transaction) => Promise<T>) {
    const transaction = this.#db.beginTransaction();
    // The work may send several statements at once. They run in order, and none runs after a failed one.
    let answered: Promise<unknown> = Promise.resolve();
    let executed: Promise<unknown> = Promise.resolve();
    const result = (async (): Promise<T> => {
      const result = await runWork(work, (statement, params) => {
        const answer = answered.then(() => {
          this.#uncompacted += rowsIn(params);
          const rows = this.#execute(transaction, statement, params);
          executed = rows;
          return this.#inTime(statement.file, () => rows);
        });
        answered = answer;
        return answer;
      });
      await this.#commit(transaction);
      return result;
    })();
    const undo = async (): Promise<void> => {
      await Promise.allSettled([answered]);
      await Promise.allSettled([executed]);
      rollBack(transaction);
    };
    return { result, ended: result.then(() => undefined, undo) };
  }

  async #commit(transaction: NativeTransaction): Promise<void> {
    try {
      transaction.commit();
    } catch (error) {
      throw this.#toStoreError('commit', error);
    }
    this.#writes += 1;
    this.#compactIfDue();
    if (this.#path === undefined) return;
    const stamp = await readGraphStamp({ read: (...given) => this.#readNow(...given) }).catch(
      () => undefined,
    );
    if (stamp !== undefined) noteVersion(this.#path, stamp);
  }

  #compactIfDue(): void {
    if (this.#uncompacted < COMPACT_EVERY || this.#path === undefined) return;
    this.#uncompacted = 0;
    try {
      this.#db.compact();
    } catch {
      // The data is committed anyway. The checkpoint in close() reports a full disk.
    }
  }

  async ensureSchema(): Promise<void> {
    this.#assertWritable();
    for (const { file, text } of schemaStatements) {
      try {
        await this.#db.executeCypher(text);
      } catch (error) {
        throw this.#toStoreError(file, error);
      }
    }
  }

  async ping(withinMs: number = this.#timeoutMs): Promise<void> {
    this.#assertOpen();
    await withDeadline(
      this.#db.executeCypher('RETURN 1 AS one'),
      withinMs,
      'ping',
      () => new StoreUnavailable(`the embedded engine did not answer within ${withinMs} ms`),
    );
  }

  async close(withinMs?: number): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const ended = this.#lastWrite.then(() => Promise.allSettled(this.#running));
    if (withinMs === undefined) await ended;
    else await settlesWithin(ended, withinMs);
    try {
      try {
        if (this.#path !== undefined && this.readOnly === undefined) this.#db.walCheckpoint();
      } finally {
        this.#db.close();
      }
    } catch (error) {
      throw this.#path !== undefined && toFileError(this.#path, error)
        ? unwrittenError(this.#path, error)
        : this.#toStoreError('close', error);
    }
  }

  /** The engine still answers after its own close(), so the adapter enforces this rule of the port. */
  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('the embedded engine is closed');
  }

  #assertWritable(): void {
    this.#assertOpen();
    if (this.readOnly !== undefined) throw this.readOnly;
  }

  /** The engine can't cancel: after the deadline the caller gets an error, and the statement runs to its end. */
  async #inTime<T>(file: string, work: () => Promise<T>): Promise<T> {
    const running = work();
    this.#running.add(running);
    running.finally(() => this.#running.delete(running)).catch(() => undefined);
    return withDeadline(running, this.#timeoutMs, file);
  }

  async #execute<P, R>(transaction: NativeTransaction, statement: Statement<P, R>, params: P): Promise<R[]> {
    const checked = checkParams(statement, params);
    let rows: unknown[];
    try {
      rows = (await transaction.executeCypher(statement.text, checked)).toArray();
    } catch (error) {
      throw this.#toStoreError(statement.file, error);
    }
    return checkRows(statement, rows);
  }

  #toStoreError(what: string, error: unknown): PolicyGraphError {
    const ofFile = this.#path === undefined ? undefined : toFileError(this.#path, error);
    return ofFile ?? new QueryFailed(what, { cause: error });
  }
}

/** Never throws: after a failed commit, the engine has rolled the transaction back but still calls it active. */
function rollBack(transaction: NativeTransaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // The caller reports why the write failed.
  }
}

const rowsIn = (params: unknown): number => {
  const { rows } = params as { rows?: unknown };
  return Array.isArray(rows) ? rows.length : 0;
};
