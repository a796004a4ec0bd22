/** Whether a filter's list contains the value. Without a list, every value matches. */
export const isOneOf = <T>(values: readonly T[] | undefined | null, value: T): boolean =>
  values == null || values.includes(value);
