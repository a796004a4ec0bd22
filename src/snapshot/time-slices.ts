/** How long work may hold the event loop before others have their turn, in milliseconds. */
export const SLICE_MS = 8;

/** Lets everything else in the process that waits for its turn have it. */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The values one by one, with a pause whenever a slice of time is used up. */
export async function* inTimeSlices<T>(values: Iterable<T>): AsyncGenerator<T> {
  let start = performance.now();
  for (const value of values) {
    yield value;
    if (performance.now() - start < SLICE_MS) continue;
    await yieldToEventLoop();
    start = performance.now();
  }
}

/** Work that stops between pieces, and comes to a value. */
export type Pieces<T> = Generator<void, T>;

/** Runs work that stops between its pieces to its end at once. */
export function runToEnd<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Runs work that stops between its pieces to its end, with a pause whenever a slice of time is used up. */
export async function runInTimeSlices<T>(work: Pieces<T>): Promise<T> {
  let start = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - start < SLICE_MS) continue;
    await yieldToEventLoop();
    start = performance.now();
  }
}
