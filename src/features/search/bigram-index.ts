import { ensureCapacity } from '../../snapshot/storage/ensure-capacity.ts';

/** The second unit of each text's last bigram, so that every unit begins a bigram. */
const END = 0;

const keyOf = (first: number, second: number): number => first * 0x10000 + second;

/** Ascending numbers, each stored as the difference from the one before, in one to five bytes. */
class Postings {
  count = 0;
  #bytes = new Uint8Array(4);
  #length = 0;
  #last = -1;

  /** Adds a number not smaller than the last; returns false if it equals the last. */
  add(value: number): boolean {
    if (value === this.#last) return false;
    let gap = value - this.#last;
    this.#bytes = ensureCapacity(this.#bytes, this.#length + 5);
    for (; gap > 0x7f; gap >>>= 7) this.#bytes[this.#length++] = (gap & 0x7f) | 0x80;
    this.#bytes[this.#length++] = gap;
    this.#last = value;
    this.count += 1;
    return true;
  }

  /** Releases unused capacity. */
  trim(): void {
    this.#bytes = this.#bytes.slice(0, this.#length);
  }

  each(visit: (value: number) => void): void {
    let value = -1;
    let gap = 0;
    let shift = 0;
    for (let at = 0; at < this.#length; at += 1) {
      const byte = this.#bytes[at] as number;
      gap |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte > 0x7f) continue;
      value += gap;
      visit(value);
      gap = 0;
      shift = 0;
    }
  }

  toArray(): number[] {
    const values: number[] = [];
    this.each((value) => values.push(value));
    return values;
  }
}

/**
 * The documents that contain each pair of neighbouring UTF-16 code units. Chinese has no spaces, so pairs of characters
 * serve as words. Only a document with all pairs of a longer text can contain that text.
 */
export class BigramIndex {
  readonly #postings = new Map<number, Postings>();
  /** The units that follow each unit in any text. */
  readonly #seconds = new Map<number, Set<number>>();
  /** The number of different bigrams in each document. */
  #sizes = new Uint32Array(1024);
  /** The number after the last document. */
  #end = 0;

  /** Documents must come in ascending order; the texts of one document may come in several calls. */
  add(document: number, text: string): void {
    this.#end = document + 1;
    this.#sizes = ensureCapacity(this.#sizes, this.#end);
    let fresh = 0;
    for (let at = 0; at < text.length; at += 1) {
      const first = text.charCodeAt(at);
      const second = at + 1 < text.length ? text.charCodeAt(at + 1) : END;
      const key = keyOf(first, second);
      let postings = this.#postings.get(key);
      if (postings === undefined) {
        postings = new Postings();
        this.#postings.set(key, postings);
        const seconds = this.#seconds.get(first) ?? new Set();
        this.#seconds.set(first, seconds.add(second));
      }
      if (postings.add(document) && second !== END) fresh += 1;
    }
    this.#sizes[document] = (this.#sizes[document] as number) + fresh;
  }

  /** Releases unused capacity. Yields between steps. */
  *trim(): Generator<void> {
    this.#sizes = this.#sizes.slice(0, this.#end);
    for (const postings of this.#postings.values()) {
      postings.trim();
      yield;
    }
  }

  /** Every unit in any text. */
  units(): Iterable<number> {
    return this.#seconds.keys();
  }

  /** The documents that may contain the text, ascending: all that do, and for a long text perhaps some that do not. */
  candidates(text: string): number[] {
    if (text.length === 1) {
      const first = text.charCodeAt(0);
      return this.#union([...(this.#seconds.get(first) ?? [])].map((second) => this.#list(first, second)));
    }
    const lists: Postings[] = [];
    for (let at = 0; at + 1 < text.length; at += 1) {
      const list = this.#list(text.charCodeAt(at), text.charCodeAt(at + 1));
      if (list === undefined) return [];
      lists.push(list);
    }
    return intersection(lists);
  }

  /** An upper bound for the number of candidates; reads none of the lists. */
  countCandidates(text: string): number {
    if (text.length === 1) {
      const first = text.charCodeAt(0);
      let total = 0;
      for (const second of this.#seconds.get(first) ?? []) total += this.#list(first, second)?.count ?? 0;
      return Math.min(total, this.#end);
    }
    let least = this.#end;
    for (let at = 0; at + 1 < text.length; at += 1)
      least = Math.min(least, this.#list(text.charCodeAt(at), text.charCodeAt(at + 1))?.count ?? 0);
    return least;
  }

  /** The pairs of units, one of each class, that some document contains. */
  pairsOf(firsts: string, seconds: string): string[] {
    return [...firsts].flatMap((first) =>
      [...seconds]
        .filter((second) => this.#list(first.charCodeAt(0), second.charCodeAt(0)) !== undefined)
        .map((second) => first + second),
    );
  }

  /**
   * The documents that may contain one unit of each class in a row, such as a character read rong, then one read zi.
   */
  candidatesOfClasses(classes: readonly string[]): number[] {
    const [first = [], ...others] = classes
      .slice(1)
      .map((characters, at) =>
        this.#union(
          [...(classes[at] as string)].flatMap((one) =>
            [...characters].map((other) => this.#list(one.charCodeAt(0), other.charCodeAt(0))),
          ),
        ),
      );
    const sets = others.map((documents) => new Set(documents));
    return first.filter((document) => sets.every((set) => set.has(document)));
  }

  /**
   * Counts, for each document, the different bigrams it shares with the given texts.
   * @param counts receives the counts; a document's position is its number minus `from`; other documents are ignored
   * @returns the number of different bigrams in the texts
   */
  countShared(texts: readonly string[], counts: Uint16Array, from: number): number {
    const seen = new Set<number>();
    for (const text of texts) {
      for (let at = 0; at + 1 < text.length; at += 1)
        seen.add(keyOf(text.charCodeAt(at), text.charCodeAt(at + 1)));
    }
    for (const key of seen) {
      this.#postings.get(key)?.each((document) => {
        const at = document - from;
        if (at >= 0 && at < counts.length) counts[at] = (counts[at] as number) + 1;
      });
    }
    return seen.size;
  }

  /** The number of different bigrams in a document. */
  sizeOf(document: number): number {
    return this.#sizes[document] ?? 0;
  }

  #list(first: number, second: number): Postings | undefined {
    return this.#postings.get(keyOf(first, second));
  }

  /** Marks documents in an array of flags, which costs less than a set if there are many. */
  #union(lists: readonly (Postings | undefined)[]): number[] {
    const marked = new Uint8Array(this.#end);
    for (const list of lists)
      list?.each((document) => {
        marked[document] = 1;
      });
    const documents: number[] = [];
    for (let document = 0; document < this.#end; document += 1)
      if (marked[document] === 1) documents.push(document);
    return documents;
  }
}

/** Reads only the three shortest lists: callers compare the text of each candidate anyway. */
function intersection(lists: readonly Postings[]): number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.count - b.count).slice(0, 3);
  let found = shortest?.toArray() ?? [];
  for (const list of others) {
    if (found.length < 8) break;
    const inList = new Set(list.toArray());
    found = found.filter((value) => inList.has(value));
  }
  return found;
}
