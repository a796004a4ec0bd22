/** Of strings that are alike, the first for all: each that comes from a database takes memory of its own. */
export class SharedStrings {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }
}
