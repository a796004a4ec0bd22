import { LRUCache } from 'lru-cache';
import { StoreTimeout, StoreUnavailable } from '../domain/errors.ts';
import { joinStatements, nameOfJoined, type Reading, splitRows } from './joined-statement.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import type { Store } from './store.ts';

/** How many different joined statements are known, those used last; each is a plan for the engine to keep. */
const MOST_JOINED = 300;
/** More statements than these go each on its own: planning grows with the text. */
const MOST_PARTS = 20;
/** How many of those have a connection at a time, so that others get some. */
const MOST_SIDE_BY_SIDE = 8;

/** The rows of a statement, or why there are none. */
export type Outcome = PromiseSettledResult<unknown[]>;

interface Known {
  uses: number;
  /** Whether the engine has planned it, and how that ended. */
  state: 'new' | 'planning' | 'ready' | 'refused';
}

/**
 * Reads of one moment in one round trip. The engine plans each set of statements anew, which takes it longer than many
 * round trips: so the first times they go on their own, and the set is planned while nobody waits for it.
 */
export class JoinedReads {
  readonly #store: Store;
  readonly #usesBefore: number;
  readonly #known = new LRUCache<string, Known>({ max: MOST_JOINED });

  /** @param usesBefore how often a set of statements is read on their own before it is joined */
  constructor(store: Store, usesBefore: number) {
    this.#store = store;
    this.#usesBefore = usesBefore;
  }

  /** What each came to, and last of all `last`, which is read when all the others have been. */
  async read<R>(readings: readonly Reading[], last: Reading<unknown, R>): Promise<[Outcome[], R[]]> {
    const all = [...readings, last];
    if (all.length <= MOST_PARTS && this.#isReady(all)) {
      try {
        const rows = await this.#readJoined(all);
        return [rows.slice(0, -1).map((value) => ({ status: 'fulfilled', value })), rows.at(-1) as R[]];
      } catch (error) {
        // One by one each has the whole time for itself, from the next time on.
        if (error instanceof StoreTimeout) this.#known.set(nameOfJoined(all), { uses: 0, state: 'refused' });
        // Neither would be better now; anything else is told by the statement whose fault it is.
        if (error instanceof StoreTimeout || error instanceof StoreUnavailable) throw error;
      }
    }
    return [await readEach(this.#store, readings), await this.#store.read(last.statement, last.params)];
  }

  #isReady(readings: readonly Reading[]): boolean {
    const name = nameOfJoined(readings);
    const known = this.#known.get(name) ?? { uses: 0, state: 'new' };
    this.#known.set(name, known);
    known.uses += 1;
    if (this.#usesBefore === 0) return known.state !== 'refused';
    if (known.state === 'new' && known.uses > this.#usesBefore) void this.#plan(known, readings);
    return known.state === 'ready';
  }

  async #plan(known: Known, readings: readonly Reading[]): Promise<void> {
    known.state = 'planning';
    try {
      await this.#readJoined(readings);
      known.state = 'ready';
    } catch (error) {
      known.state = error instanceof StoreUnavailable ? 'new' : 'refused';
      known.uses = 0;
    }
  }

  async #readJoined(readings: readonly Reading[]): Promise<unknown[][]> {
    const { statement, params } = joinStatements(readings);
    return splitRows(readings, await this.#store.read(statement, params));
  }
}

/** Each on its own, some of them side by side. */
export function readEach(store: Store, readings: readonly Reading[]): Promise<Outcome[]> {
  const inTurn = limitConcurrency(MOST_SIDE_BY_SIDE);
  return Promise.allSettled(
    readings.map(({ statement, params }) => inTurn(() => store.read(statement, params))),
  );
}
