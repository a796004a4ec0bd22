const texts = new WeakMap<object, string>();

/** The value as JSON, as a key; written once for each object, which must not be changed after. */
export function jsonTextOf(value: object): string {
  const known = texts.get(value) ?? JSON.stringify(value);
  texts.set(value, known);
  return known;
}
