/** What is at hand already, or will be: much of a warm server is, and a promise for each field costs more than the field. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value, at once where it is at hand. */
export const andThen = <T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> => (value instanceof Promise ? value.then(next) : next(value));
