import { isRetryableError, type ManagedTransaction, type Session } from 'neo4j-driver';
import { StoreTimeout, StoreUnavailable } from '../../domain/errors.ts';
import { settlesWithin, withDeadline } from '../deadline.ts';
import { checkParams, checkRows } from '../rows.ts';
import { schemaStatements } from '../schema-statements.ts';
import type { Statement } from '../statement.ts';
import type { Store, StoreOptions, Transaction } from '../store.ts';
import { runWork } from '../write-work.ts';
import { type Connections, RESET_MS } from './connections.ts';
import { EngineClock } from './engine-clock.ts';
import { toStoreError } from './neo4j-errors.ts';
import { toNeo4jValue } from './neo4j-values.ts';

/** A slow but live server answers a trivial query within this time, in milliseconds. */
const ALIVE_MS = 2000;

/** How long the driver may retry a transaction, in milliseconds. */
const RETRY_MS = 6000;

/** Adapter of Neo4j over Bolt: a server, a cluster or Aura, depending on the URL. */
export class Neo4jStore implements Store {
  readonly engine = 'neo4j';
  readonly isRemote = true;
  readonly readOnly = undefined;
  readonly loss = undefined;
  readonly description: string;
  readonly #connections: Connections;
  readonly #timeoutMs: number;
  readonly #running = new Set<Promise<unknown>>();
  /** Each rejects a running call that is given up. */
  readonly #giveUps = new Set<(error: StoreUnavailable) => void>();
  #closed = false;
  #writes = 0;

  constructor(connections: Connections, agent: string, { timeoutMs }: StoreOptions) {
    this.#connections = connections;
    this.#timeoutMs = timeoutMs;
    this.description = agent;
  }

  async read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    if (statement.mode !== 'read') throw new TypeError(`${statement.file} is not a read statement`);
    const config = { timeout: this.#timeoutMs };
    return this.#inSession('READ', statement.file, (session) => {
      let failure: unknown;
      const read = async (): Promise<R[]> => {
        try {
          // Auto-commit, without an explicit transaction: one round trip instead of three.
          return await run((text, given) => session.run(text, given, config), statement, params);
        } catch (error) {
          failure = error;
          if (!(error instanceof Error && isRetryableError(error))) throw error;
          return session.executeRead(
            (transaction) => run((text, given) => transaction.run(text, given), statement, params),
            config,
          );
        }
      };
      // The error of the first try says more than the timeout of the second one.
      const late = (): unknown => failure ?? this.#timedOut(statement.file);
      return withDeadline(read(), this.#timeoutMs, statement.file, late);
    });
  }

  get writes(): number {
    return this.#writes;
  }

  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const result = await this.#inSession('WRITE', 'a write', (session) => {
      const clock = new EngineClock();
      const begin = (): void => clock.start(this.#timeoutMs, () => this.#timedOut('the begin of a write'));
      begin();
      const written = session.executeWrite(async (transaction) => {
        clock.stop();
        try {
          const result = await this.#runWork(transaction, work);
          clock.start(this.#timeoutMs, () =>
            this.#unlessAlive('the commit of a write (stats tells whether it was kept)'),
          );
          return result;
        } catch (error) {
          // The driver retries or rolls back. If that takes too long, the write fails with this error.
          const isTriedAgain = isRetryableError(error as Error);
          clock.start(isTriedAgain ? this.#timeoutMs + RETRY_MS : RESET_MS, () => error);
          throw error;
        }
      });
      return clock.bound(written);
    });
    this.#writes += 1;
    return result;
  }

  #runWork<T>(transaction: ManagedTransaction, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    let last: Promise<unknown> = Promise.resolve();
    return runWork(work, (statement, params) => {
      const before = last;
      const sent = run((text, given) => transaction.run(text, given), statement, params);
      last = sent.catch(() => undefined);
      // Neo4j limits the time of transactions, not of statements, and an import has many statements. So each
      // statement is timed here, from the moment when those before it are answered.
      return before.then(() => withDeadline(sent, this.#timeoutMs, statement.file));
    });
  }

  async ensureSchema(): Promise<void> {
    for (const { file, text } of schemaStatements) {
      await this.#inSession('WRITE', file, (session) => {
        const clock = new EngineClock();
        clock.start(this.#timeoutMs, () => this.#unlessAlive(file));
        return clock.bound(session.executeWrite((transaction) => transaction.run(text)));
      });
    }
  }

  async ping(withinMs: number = this.#timeoutMs): Promise<void> {
    const late = (): unknown => new StoreUnavailable(`Neo4j did not answer within ${withinMs} ms`);
    await this.#inSession('READ', 'ping', (session) =>
      withDeadline(
        session.executeRead((transaction) => transaction.run('RETURN 1 AS one'), { timeout: withinMs }),
        withinMs,
        'ping',
        late,
      ),
    );
  }

  async close(withinMs?: number): Promise<void> {
    this.#closed = true;
    const ended = Promise.allSettled(this.#running);
    if (withinMs === undefined) await ended;
    else await settlesWithin(ended, withinMs);
    // The driver would leave the callers of running statements without an answer.
    for (const giveUp of this.#giveUps) giveUp(new StoreUnavailable('the connection to Neo4j was closed'));
    await this.#connections.close();
  }

  #timedOut(what: string): StoreTimeout {
    return new StoreTimeout(`${what}: Neo4j did not answer within ${this.#timeoutMs} ms`);
  }

  /** The time of a commit or an index depends on the amount of data, so the wait goes on while the server answers. */
  async #unlessAlive(what: string): Promise<StoreTimeout | undefined> {
    const ask = (session: Session): Promise<unknown> =>
      withDeadline(Promise.resolve(session.run('RETURN 1 AS one')), ALIVE_MS, what);
    return this.#connections.inSession('READ', ask).then(
      () => undefined,
      () => this.#timedOut(what),
    );
  }

  async #inSession<T>(
    mode: 'READ' | 'WRITE',
    what: string,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('the connection to Neo4j is closed');
    let giveUp: (error: StoreUnavailable) => void = () => undefined;
    const running = new Promise<T>((resolve, reject) => {
      giveUp = reject;
      this.#connections.inSession(mode, work).then(resolve, reject);
    });
    this.#running.add(running);
    this.#giveUps.add(giveUp);
    try {
      return await running;
    } catch (error) {
      throw toStoreError(error, what);
    } finally {
      this.#running.delete(running);
      this.#giveUps.delete(giveUp);
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
    // A retryable error is not converted, so that the driver retries.
    throw isRetryableError(error as Error) ? error : toStoreError(error, statement.file);
  }
}
