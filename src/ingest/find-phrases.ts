/** Words to look for and what they mean; with `meaning` null they are passed over, and so is what they contain. */
export interface Phrase<T> {
  readonly words: string;
  readonly meaning: T | null;
}

export interface Match<T> {
  readonly meaning: T;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds phrases from left to right, the longest at each place, never overlapping:
 * in 天津自贸试验区中心商务片区 the area is found, and not the whole zone as well.
 */
export class PhraseFinder<T> {
  readonly #byFirstUnit = new Map<string, Phrase<T>[]>();

  constructor(phrases: readonly Phrase<T>[]) {
    const longestFirst = [...phrases].sort((a, b) => b.words.length - a.words.length);
    for (const phrase of longestFirst) {
      const first = phrase.words.charAt(0);
      const group = this.#byFirstUnit.get(first);
      if (group) group.push(phrase);
      else this.#byFirstUnit.set(first, [phrase]);
    }
  }

  /** Spans are in UTF-16 code units of `text`. */
  find(text: string): Match<T>[] {
    const matches: Match<T>[] = [];
    for (let start = 0; start < text.length; ) {
      const candidates = this.#byFirstUnit.get(text.charAt(start));
      const phrase = candidates?.find(({ words }) => text.startsWith(words, start));
      const end = start + (phrase?.words.length ?? 1);
      if (phrase && phrase.meaning !== null) matches.push({ meaning: phrase.meaning, start, end });
      start = end;
    }
    return matches;
  }
}
