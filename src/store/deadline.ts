import { StoreTimeout } from '../domain/errors.ts';

/**
 * The promise's outcome, or an error when it takes longer than `timeoutMs`: StoreTimeout naming `what`, or the one that
 * `late` makes. What the promise comes to afterwards is ignored.
 */
export async function withDeadline<T>(
  promise: Promise<T>,
  timeoutMs: number,
  what: string,
  late: () => unknown = () => new StoreTimeout(`${what}: no answer within ${timeoutMs} ms`),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    // One turn later: where this process was busy itself, the answer may have come in meanwhile.
    timer = setTimeout(() => setImmediate(() => reject(late())), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the promise is settled within `timeoutMs`, however it ends. */
export const settlesWithin = (promise: Promise<unknown>, timeoutMs: number): Promise<boolean> =>
  withDeadline(
    promise.then(
      () => true,
      () => true,
    ),
    timeoutMs,
    '',
  ).catch(() => false);
