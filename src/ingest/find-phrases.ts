/** Words to find and their meaning. If `meaning` is null, the finder skips the words and all phrases within them. */
export interface Phrase<T> {
  readonly words: string;
  readonly meaning: T | null;
}

export interface Match<T> {
  readonly meaning: T;
  readonly start: number;
  readonly end: number;
}

/** A node of the trie of phrases: the phrase that ends here, and the next nodes by UTF-16 code unit. */
interface Fork<T> {
  phrase?: Phrase<T>;
  readonly next: Map<number, Fork<T>>;
}

/**
 * Finds phrases from left to right, the longest at each position, without overlaps:
 * in 天津自贸试验区中心商务片区 it finds the area, but not the whole zone.
 * It walks a trie and does not try each phrase, because hundreds of agencies begin with 天津.
 */
export class PhraseFinder<T> {
  readonly #root: Fork<T> = { next: new Map() };

  /** If two phrases have the same words, the first one counts. */
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

  /** The meanings of all phrases in the text, including those that overlap or are within others. */
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
      fork = fork.next.get(text.charCodeAt(at)); // NaN after the end of the text; no phrase continues with it
    }
    return longest;
  }
}
