/** Longer texts are encoded each time: few of them repeat, and a lookup saves less time. */
const LONGEST = 200;
/** The maximum number of cached characters, counting both the texts and their encoded forms. */
const MAX_CHARACTERS = 4_000_000;

let characters = 0;
const encoded = new Map<string, string>();

/** A text as JSON. Names and codes repeat often, and a lookup is faster than encoding. */
export function encodedText(text: string): string {
  if (text.length > LONGEST) return JSON.stringify(text);
  const known = encoded.get(text);
  if (known !== undefined) return known;
  const json = JSON.stringify(text);
  if (characters > MAX_CHARACTERS) {
    encoded.clear();
    characters = 0;
  }
  characters += text.length + json.length;
  encoded.set(text, json);
  return json;
}
