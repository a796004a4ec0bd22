/** Groups the values by key, in the order of the input. (Map.groupBy needs a newer Node than we require.) */
export function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) appendTo(groups, keyOf(value), value);
  return groups;
}

/** Appends a value to its key's group. */
export function appendTo<T, K>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
