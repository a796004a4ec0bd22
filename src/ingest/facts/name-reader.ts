import { type Phrase, PhraseFinder } from '../find-phrases.ts';
import type { NameRules } from './fact-rules.ts';
import type { Range } from './sentences.ts';

const NAME_CHARACTER = /[\p{L}\p{N}·&-]/u;
const LATIN = /[A-Za-z\d]/;
const OPENERS: Readonly<Record<string, string>> = { '）': '（', ')': '(' };
/** The maximum number of characters in parentheses within a name: 中合商业保理（天津）有限公司. */
const LONGEST_ASIDE = 10;

/** Finds the start of a name from its end. Chinese does not mark names, but known words and stops come before them. */
export class NameReader {
  readonly #boundaries: PhraseFinder<true>;
  readonly #proper: PhraseFinder<true>;

  constructor({ before, kept, proper, notProper }: NameRules) {
    this.#boundaries = new PhraseFinder<true>([
      ...before.map((words): Phrase<true> => ({ words, meaning: true })),
      ...kept.map((words): Phrase<true> => ({ words, meaning: null })),
    ]);
    this.#proper = new PhraseFinder<true>([
      ...proper.map((words): Phrase<true> => ({ words, meaning: true })),
      ...notProper.map((words): Phrase<true> => ({ words, meaning: null })),
    ]);
  }

  /** @param stops ranges that are not part of any name: dates, quantities, 全国首个 */
  in(text: string, stops: readonly Range[]): NamesIn {
    return new NamesIn(text, this.#boundaries, stops);
  }

  /** Whether the words contain a place or another proper noun. */
  hasProper = (words: string): boolean => this.#proper.find(words).length > 0;
}

/** The names of one text. Most texts contain no names, so the first call of startOf() finds the boundaries. */
export class NamesIn {
  readonly text: string;
  readonly #finder: PhraseFinder<true>;
  readonly #stops: readonly Range[];
  #boundaries: ReadonlySet<number> | undefined;

  constructor(text: string, finder: PhraseFinder<true>, stops: readonly Range[]) {
    this.text = text;
    this.#finder = finder;
    this.#stops = stops;
  }

  /** The start of the name that ends at `end`; `end` itself if there is no name. */
  startOf(end: number): number {
    let at = end;
    this.#boundaries ??= placesWithin([...this.#finder.find(this.text), ...this.#stops]);
    while (at > 0 && !this.#boundaries.has(at)) {
      const character = this.text.charAt(at - 1);
      const opener = OPENERS[character];
      if (opener !== undefined) {
        const open = this.text.lastIndexOf(opener, at - 1);
        if (open === -1 || at - open > LONGEST_ASIDE + 2) break;
        at = open;
      } else if (NAME_CHARACTER.test(character) || (character === ' ' && this.#isWithinName(at - 1))) at -= 1;
      else break;
    }
    return at + (/^\s*/.exec(this.text.slice(at, end))?.[0].length ?? 0);
  }

  /** A space next to a Latin letter or digit does not separate names: 天津港保税区 RCEP 企业服务中心. */
  #isWithinName = (at: number): boolean =>
    LATIN.test(this.text.charAt(at - 1)) || LATIN.test(this.text.charAt(at + 1));
}

/** All positions after a code unit of one of the ranges. */
function placesWithin(ranges: readonly Range[]): Set<number> {
  const positions = new Set<number>();
  for (const { start, end } of ranges) for (let at = start + 1; at <= end; at += 1) positions.add(at);
  return positions;
}
