import { type Phrase, PhraseFinder } from '../find-phrases.ts';
import type { NameReader, NamesIn } from './name-reader.ts';
import { contains, type Range } from './sentences.ts';

/** The last words of a name, which determine its kind: …有限公司, …仲裁庭, …海事局. */
export interface Suffix<K> {
  readonly words: string;
  readonly kind: K;
  /** Whether the name must contain a place or another proper noun: 平台 is any platform, 天津…平台 a specific one. */
  readonly placed: boolean;
}

export interface SuffixedName<K> extends Range {
  readonly kind: K;
}

/** A short word in marks, but not a description such as “船边直提+抵港直装”. */
const BRAND = /^“[^“”+，。；：]{1,8}”$/;

/** Finds the names in a text by their last words. */
export class SuffixedNames<K> {
  readonly #names: NameReader;
  readonly #suffixes: PhraseFinder<Suffix<K>>;
  readonly #generic: PhraseFinder<true>;

  constructor(
    names: NameReader,
    rules: {
      readonly suffixes: readonly Suffix<K>[];
      readonly notSuffixes: readonly string[];
      /** Words that do not identify anyone: 项目 in 项目公司. */
      readonly generic: readonly string[];
    },
  ) {
    this.#names = names;
    this.#suffixes = new PhraseFinder<Suffix<K>>([
      ...rules.suffixes.map((suffix): Phrase<Suffix<K>> => ({ words: suffix.words, meaning: suffix })),
      ...rules.notSuffixes.map((words): Phrase<Suffix<K>> => ({ words, meaning: null })),
    ]);
    this.#generic = new PhraseFinder<true>(
      rules.generic.map((words): Phrase<true> => ({ words, meaning: true })),
    );
  }

  /** From left to right, the longest names only: 天津仲裁委员会金融仲裁中心天津商业保理仲裁庭 is one name. */
  find(names: NamesIn): SuffixedName<K>[] {
    const { text } = names;
    const found = this.#suffixes.find(text).flatMap(({ meaning: { kind, placed }, start: stemEnd, end }) => {
      const start = this.#withMarks(text, names.startOf(stemEnd));
      const stem = text.slice(start, stemEnd);
      const named = placed ? this.#names.hasProper(stem) || stem.startsWith('“') : !this.isGeneric(stem);
      return named ? [{ kind, start, end: this.#withPlace(text, end) }] : [];
    });
    return found.filter((name) => !found.some((other) => other !== name && contains(other, name)));
  }

  /** The kind of the words if the whole text is one name, else undefined. */
  kindOfWhole(words: string): K | undefined {
    const last = this.#suffixes.find(words).at(-1);
    return last?.end === words.length && !this.isGeneric(words.slice(0, last.start))
      ? last.meaning.kind
      : undefined;
  }

  /** Whether the words are only generic words, which do not identify anyone. */
  isGeneric(words: string): boolean {
    const rest = this.#generic
      .find(words)
      .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), words);
    return rest.trim() === '';
  }

  /** A name can begin with a word in marks: “碳汇宝”绿色交易综合服务平台. */
  #withMarks(text: string, start: number): number {
    if (text.charAt(start - 1) !== '”') return start;
    const open = text.lastIndexOf('“', start - 1);
    return open !== -1 && BRAND.test(text.slice(open, start)) ? open : start;
  }

  /** A place in parentheses after a name is part of the name: …创新创业基地（天津滨海新区）. */
  #withPlace(text: string, end: number): number {
    const [aside = '', words = ''] = /^[（(]([^（）()，。；：]{2,10})[）)]/.exec(text.slice(end)) ?? [];
    return this.#names.hasProper(words) && !/简称|下称/.test(words) ? end + aside.length : end;
  }
}
