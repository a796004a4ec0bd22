import { StoreTimeout } from '../domain/errors.ts';

/**
 * Returns the promise's outcome. If that takes longer than `timeoutMs`, throws the error that `late` makes: by default
 * a StoreTimeout that names `what`. A later outcome of the promise is ignored.
 */
export async function withDeadline<T>(
  promise: Promise<T>,
  timeoutMs: number,
  what: string,
  late: () => unknown = () => new StoreTimeout(`${what}: no answer within ${timeoutMs} ms`),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    // One event-loop turn later: if this process itself was busy, the answer may have arrived in the meantime.
    timer = setTimeout(() => setImmediate(() => reject(late())), timeoutMs);
  });
  try {
    return await Promise.race([promise, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the promise settles within `timeoutMs`, by success or by failure. */
export const settlesWithin = (promise: Promise<unknown>, timeoutMs: number): Promise<boolean> =>
  withDeadline(
    promise.then(
      () => true,
      () => true,
    ),
    timeoutMs,
    '',
  ).catch(() => false);
