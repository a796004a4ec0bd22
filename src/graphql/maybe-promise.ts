/** A value or its promise. A warm server has most values ready; a promise for each field costs more than the field. */
export type MaybePromise<T> = T | Promise<T>;

/** Continues with a value: immediately, unless it is a promise. */
export const andThen = <T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> => (value instanceof Promise ? value.then(next) : next(value));
