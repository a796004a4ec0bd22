/** Returns one shared copy of equal strings, because each string from a database takes memory of its own. */
export class SharedStrings {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }
}
