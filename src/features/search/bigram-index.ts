import { ensureCapacity } from '../../snapshot/storage/ensure-capacity.ts';

/** Behind the last unit of each text, so that every unit begins a bigram. */
const END = 0;

const keyOf = (first: number, second: number): number => first * 0x10000 + second;

/** Ascending numbers, each kept as its distance from the one before in one to five bytes. */
class Postings {
  count = 0;
  #bytes = new Uint8Array(4);
  #length = 0;
  #last = -1;

  /** Adds a number that is not smaller than the last; the last again is no news. */
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

  /** Gives back what room is left for more. */
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
 * Which documents hold which two neighbouring UTF-16 code units. Chinese has no spaces, and so pairs of characters serve
 * as its words; a longer text is where all its pairs are, or nowhere.
 */
export class BigramIndex {
  readonly #postings = new Map<number, Postings>();
  /** The units that follow each unit anywhere. */
  readonly #seconds = new Map<number, Set<number>>();
  /** How many different bigrams each document has. */
  #sizes = new Uint32Array(1024);
  /** Behind the last document. */
  #end = 0;

  /** Documents come in ascending order; the texts of one may come in several calls. */
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

  /** Gives back what room is left for more documents. Stops between pieces of work. */
  *trim(): Generator<void> {
    this.#sizes = this.#sizes.slice(0, this.#end);
    for (const postings of this.#postings.values()) {
      postings.trim();
      yield;
    }
  }

  /** Every unit that some text has. */
  units(): Iterable<number> {
    return this.#seconds.keys();
  }

  /** The documents that may hold the text, ascending: all that do, and of a long one perhaps some that don't. */
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

  /** How many those are, at most; reads none of the lists. */
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

  /** The texts of two units, one of each class, that some document holds. */
  pairsOf(firsts: string, seconds: string): string[] {
    return [...firsts].flatMap((first) =>
      [...seconds]
        .filter((second) => this.#list(first.charCodeAt(0), second.charCodeAt(0)) !== undefined)
        .map((second) => first + second),
    );
  }

  /** The documents that may hold a unit of each class in a row, such as all characters read rong, then zi. */
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
   * Counts, for every document, how many different bigrams it shares with the texts of one.
   * @param counts takes the numbers, that of a document at its own number less `from`; others are left out
   * @returns how many different bigrams the texts have
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

  /** How many different bigrams a document has. */
  sizeOf(document: number): number {
    return this.#sizes[document] ?? 0;
  }

  #list(first: number, second: number): Postings | undefined {
    return this.#postings.get(keyOf(first, second));
  }

  /** Marks documents in a field of flags, which costs less than a set where there are many. */
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

/** Reads the three shortest only: who looks the text up compares it anyhow. */
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
