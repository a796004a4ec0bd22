const texts = new WeakMap<object, string>();

/** The value as JSON, as a key; written once for each object, which must not be changed after. */
export function jsonTextOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** Takes the text of another value for this one's: where this one is made of nothing else, that tells it apart as well. */
export function shareJsonText(value: object, of: object): void {
  texts.set(value, jsonTextOf(of));
}
