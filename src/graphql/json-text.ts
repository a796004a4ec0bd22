const texts = new WeakMap<object, string>();

/** The value as JSON, for use as a key. Written once for each object; do not change the object afterwards. */
export function jsonTextOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Uses the JSON text of `of` as the key of `value`. Safe if `value` is made from `of` alone. */
export function shareJsonText(value: object, of: object): void {
  texts.set(value, jsonTextOf(of));
}
