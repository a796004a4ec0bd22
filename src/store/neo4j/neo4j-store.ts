import neo4j, { type Driver, isRetryableError, type ManagedTransaction } from 'neo4j-driver';
import { StoreUnavailable } from '../../domain/errors.ts';
import { withDeadline } from '../deadline.ts';
import { checkParams, checkRows } from '../rows.ts';
import { schemaStatements } from '../schema-statements.ts';
import type { Statement } from '../statement.ts';
import type { Store, StoreOptions, Transaction } from '../store.ts';
import { runWork } from '../write-work.ts';
import { toStoreError } from './neo4j-errors.ts';
import { toNeo4jValue } from './neo4j-values.ts';

/** Adapter of Neo4j over Bolt: a server, a cluster or Aura, as the URL says. */
export class Neo4jStore implements Store {
  readonly engine = 'neo4j';
  readonly isRemote = true;
  readonly description: string;
  readonly #driver: Driver;
  readonly #database: string | undefined;
  readonly #timeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;
  #writes = 0;

  constructor(driver: Driver, agent: string, database: string | undefined, options: StoreOptions) {
    this.#driver = driver;
    this.#database = database;
    this.#timeoutMs = options.timeoutMs;
    this.description = agent;
  }

  async read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    if (statement.mode !== 'read') throw new TypeError(`${statement.file} is not a read statement`);
    const config = { timeout: this.#timeoutMs };
    return this.#inSession('READ', statement.file, async (session) => {
      try {
        // On its own, and not in a transaction that is begun and committed: one round trip in place of three.
        return await run((text, given) => session.run(text, given, config), statement, params);
      } catch (error) {
        if (!(error instanceof Error && isRetryableError(error))) throw error;
        return session.executeRead(
          (transaction) => run((text, given) => transaction.run(text, given), statement, params),
          config,
        );
      }
    });
  }

  get writes(): number {
    return this.#writes;
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await this.#inSession('WRITE', 'a write', (session) =>
      session.executeWrite((transaction) => {
        let last: Promise<unknown> = Promise.resolve();
        return runWork(work, (statement, params) => {
          const before = last;
          const sent = run((text, given) => transaction.run(text, given), statement, params);
          last = sent.catch(() => undefined);
          // Neo4j bounds transactions, not statements, and an import has many: so each is timed here, once those
          // before it are answered.
          return before.then(() => withDeadline(sent, this.#timeoutMs, statement.file));
        });
      }),
    );
    this.#writes += 1;
    return result;
  }

  async ensureSchema(): Promise<void> {
    for (const statement of schemaStatements) {
      await this.#inSession('WRITE', statement.file, (session) =>
        session.executeWrite((transaction) => transaction.run(statement.text)),
      );
    }
  }

  async ping(): Promise<void> {
    await this.#inSession('READ', 'ping', (session) =>
      session.executeRead((transaction) => transaction.run('RETURN 1 AS one'), { timeout: this.#timeoutMs }),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    // The driver would leave the callers of running statements without an answer.
    await Promise.allSettled(this.#running);
    await this.#driver.close();
  }

  async #inSession<T>(
    mode: 'READ' | 'WRITE',
    what: string,
    work: (session: ReturnType<Driver['session']>) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('the connection to Neo4j is closed');
    const running = this.#runSession(mode, what, work);
    this.#running.add(running);
    return running.finally(() => this.#running.delete(running));
  }

  async #runSession<T>(
    mode: 'READ' | 'WRITE',
    what: string,
    work: (session: ReturnType<Driver['session']>) => Promise<T>,
  ): Promise<T> {
    const session = this.#driver.session({
      defaultAccessMode: neo4j.session[mode],
      // All rows of a statement are read, so they come in one go.
      fetchSize: -1,
      // One manager for all sessions: what this process wrote, its next reader sees, on a cluster too.
      bookmarkManager: this.#driver.executeQueryBookmarkManager,
      ...(this.#database === undefined ? {} : { database: this.#database }),
    });
    try {
      return await work(session);
    } catch (error) {
      throw toStoreError(error, what);
    } finally {
      await session.close();
    }
  }
}

async function run<P, R>(
  send: (
    text: string,
    params: Record<string, unknown>,
  ) => Pick<ReturnType<ManagedTransaction['run']>, 'then'>,
  statement: Statement<P, R>,
  params: P,
): Promise<R[]> {
  const checked = checkParams(statement, params);
  try {
    const { records } = await send(statement.text, toNeo4jValue(checked) as Record<string, unknown>);
    return checkRows(
      statement,
      records.map((record) => record.toObject()),
    );
  } catch (error) {
    // Left as it is where it is tried again.
    throw isRetryableError(error as Error) ? error : toStoreError(error, statement.file);
  }
}
