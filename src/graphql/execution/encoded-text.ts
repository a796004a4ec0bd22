/** Longer texts are encoded each time: few of them are asked for twice, and looking them up gains less. */
const LONGEST = 200;
/** How many characters are kept, those of texts and of what they are encoded as. */
const MAX_CHARACTERS = 4_000_000;

let characters = 0;
const encoded = new Map<string, string>();

/** A text as JSON has it. Names and codes come again and again, and are looked up faster than they are encoded. */
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
