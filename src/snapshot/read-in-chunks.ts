import type { Statement } from '../store/statement.ts';
import type { Store } from '../store/store.ts';

/** Nodes per statement. The rows of a statement are read in one step, which must not block the process for long. */
const CHUNK = 100;
/** The number of statements in progress at a time, so that neither the database nor this process waits. */
const AHEAD = 3;

/** The rows of all ids, in one list per statement. The next statements run while the caller handles a list. */
export async function* readChunks<R>(
  store: Pick<Store, 'read'>,
  statement: Statement<{ ids: string[] }, R>,
  ids: readonly string[],
): AsyncGenerator<R[]> {
  const begin = (start: number): Promise<R[]> => {
    const reading = store.read(statement, { ids: ids.slice(start, start + CHUNK) });
    // If an earlier statement fails, nothing awaits this one. Avoid an unhandled rejection.
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
