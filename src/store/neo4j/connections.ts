import neo4j, { type Driver, Neo4jError, type Session } from 'neo4j-driver';
import { settlesWithin } from '../deadline.ts';

/** Time limit for a server to end what a session left running, in milliseconds. A live server does so at once. */
export const RESET_MS = 1000;

/** A driver and the number of its sessions in use. */
interface Pool {
  readonly driver: Driver;
  sessions: number;
}

/**
 * The sessions of one database. If the server stops answering on a connection, the driver keeps that connection, waits
 * for it without a limit, and cannot be made to drop it. Such a driver is therefore replaced by a new one. The old one
 * is closed, with all its connections, as soon as its other sessions have ended.
 */
export class Connections {
  readonly #connect: () => Driver;
  readonly #database: string | undefined;
  /** One for all sessions: the next reader of this process sees its earlier writes, on a cluster too. */
  readonly #bookmarkManager = neo4j.bookmarkManager();
  readonly #releasing = new Set<Promise<unknown>>();
  #pool: Pool;

  constructor(connect: () => Driver, database: string | undefined) {
    this.#connect = connect;
    this.#database = database;
    this.#pool = { driver: connect(), sessions: 0 };
  }

  /** The current driver. */
  get driver(): Driver {
    return this.#pool.driver;
  }

  /** Runs the work in its own session. If the work fails, throws at once; the session closes in the background. */
  async inSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const pool = this.#pool;
    const session = pool.driver.session({
      defaultAccessMode: neo4j.session[mode],
      // All rows of a statement are read, so they are fetched in one batch.
      fetchSize: -1,
      bookmarkManager: this.#bookmarkManager,
      ...(this.#database === undefined ? {} : { database: this.#database }),
    });
    pool.sessions += 1;
    try {
      const result = await work(session);
      await this.#release(pool, session);
      return result;
    } catch (error) {
      // No connection became free, or none was made: those that other sessions hold or wait for may be silent.
      if (error instanceof Neo4jError && error.code === 'N/A') this.#replace(pool);
      void this.#release(pool, session);
      throw error;
    }
  }

  /** Waits for sessions that are closing, then closes the connections. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#releasing);
    await settlesWithin(this.#pool.driver.close(), RESET_MS);
  }

  async #release(pool: Pool, session: Session): Promise<void> {
    const released = settlesWithin(session.close(), RESET_MS).then((isReleased) => {
      pool.sessions -= 1;
      if (!isReleased) this.#replace(pool);
      this.#closeIfReplaced(pool);
    });
    this.#releasing.add(released);
    await released.finally(() => this.#releasing.delete(released));
  }

  #replace(pool: Pool): void {
    if (this.#pool === pool) this.#pool = { driver: this.#connect(), sessions: 0 };
  }

  #closeIfReplaced(pool: Pool): void {
    if (this.#pool !== pool && pool.sessions === 0) void pool.driver.close().catch(() => undefined);
  }
}
