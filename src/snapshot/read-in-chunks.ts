import type { Statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';

/** Nodes per statement: their rows are read out in one go, and that must not hold the process up. */
const CHUNK = 100;
/** How many statements are under way at a time, so that neither side waits for the other. */
const AHEAD = 3;

/** The rows of all ids, statement by statement. The next are under way while the rows of one are taken in. */
export async function* readChunks<R>(
  store: Pick<Store, 'read'>,
  statement: Statement<{ ids: string[] }, R>,
  ids: readonly string[],
): AsyncGenerator<R[]> {
  const begin = (start: number): Promise<R[]> => {
    const reading = store.read(statement, { ids: ids.slice(start, start + CHUNK) });
    // Another may fail first, and then nobody waits for this one.
    reading.catch(() => undefined);
    return reading;
  };
  const underWay: Promise<R[]>[] = [];
  for (let start = 0; start < ids.length || underWay.length > 0; ) {
    while (underWay.length < AHEAD && start < ids.length) {
      underWay.push(begin(start));
      start += CHUNK;
    }
    yield await (underWay.shift() as Promise<R[]>);
  }
}

/** The rows of all ids, one by one. */
export async function* readInChunks<R>(
  store: Pick<Store, 'read'>,
  statement: Statement<{ ids: string[] }, R>,
  ids: readonly string[],
): AsyncGenerator<R> {
  for await (const rows of readChunks(store, statement, ids)) yield* rows;
}
