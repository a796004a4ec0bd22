/** How long work may block the event loop before it yields, in milliseconds. */
export const SLICE_MS = 8;

/** Lets all other waiting work of the process run. */
export const yieldToEventLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Returns the values one by one, and yields to the event loop when a time slice is used up. */
export async function* inTimeSlices<T>(values: Iterable<T>): AsyncGenerator<T> {
  let start = performance.now();
  for (const value of values) {
    yield value;
    if (performance.now() - start < SLICE_MS) continue;
    await yieldToEventLoop();
    start = performance.now();
  }
}

/** Work that yields between steps and returns a value. */
export type Pieces<T> = Generator<void, T>;

/** Runs work to its end without pauses. */
export function runToEnd<T>(work: Pieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Runs work to its end, and yields to the event loop when a time slice is used up. */
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
