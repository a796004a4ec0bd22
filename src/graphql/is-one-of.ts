/** Whether a filter's list has the value; any value where the list is left out. */
export const isOneOf = <T>(values: readonly T[] | undefined | null, value: T): boolean =>
  values == null || values.includes(value);
