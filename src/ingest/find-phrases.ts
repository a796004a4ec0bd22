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

/** Where some phrases part: the phrase that ends here, and how others go on, by UTF-16 code unit. */
interface Fork<T> {
  phrase?: Phrase<T>;
  readonly next: Map<number, Fork<T>>;
}

/**
 * Finds phrases from left to right, the longest at each place, never overlapping:
 * in 天津自贸试验区中心商务片区 the area is found, and not the whole zone as well.
 * Units are followed, and not phrases tried: hundreds of agencies begin with 天津.
 */
export class PhraseFinder<T> {
  readonly #root: Fork<T> = { next: new Map() };

  /** Of the same words given twice, the first are meant. */
  constructor(phrases: readonly Phrase<T>[]) {
    for (const phrase of phrases) {
      let fork = this.#root;
      for (let at = 0; at < phrase.words.length; at += 1) {
        const unit = phrase.words.charCodeAt(at);
        const next: Fork<T> = fork.next.get(unit) ?? { next: new Map() };
        fork.next.set(unit, next);
        fork = next;
      }
      if (fork !== this.#root) fork.phrase ??= phrase;
    }
  }

  /** Spans are in UTF-16 code units of `text`. */
  find(text: string): Match<T>[] {
    const matches: Match<T>[] = [];
    for (let start = 0; start < text.length; ) {
      const phrase = this.#longestAt(text, start);
      const end = start + (phrase?.words.length ?? 1);
      if (phrase && phrase.meaning !== null) matches.push({ meaning: phrase.meaning, start, end });
      start = end;
    }
    return matches;
  }

  /** What the text's phrases mean, also those that overlap others or are a part of them. */
  meaningsIn(text: string): Set<T> {
    const meanings = new Set<T>();
    for (let start = 0; start < text.length; start += 1) {
      let fork = this.#root.next.get(text.charCodeAt(start));
      for (let at = start + 1; fork !== undefined; at += 1) {
        if (fork.phrase && fork.phrase.meaning !== null) meanings.add(fork.phrase.meaning);
        fork = fork.next.get(text.charCodeAt(at));
      }
    }
    return meanings;
  }

  #longestAt(text: string, start: number): Phrase<T> | undefined {
    let longest: Phrase<T> | undefined;
    let fork = this.#root.next.get(text.charCodeAt(start));
    for (let at = start + 1; fork !== undefined; at += 1) {
      longest = fork.phrase ?? longest;
      fork = fork.next.get(text.charCodeAt(at)); // NaN behind the end, where nothing goes on
    }
    return longest;
  }
}
