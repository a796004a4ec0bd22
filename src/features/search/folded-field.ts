import { type FoldedText, foldText, foldWithOffsets } from '../../text/fold-text.ts';
import type { SearchableField } from './searchable-fields.ts';

/** The place of a word in a field as printed, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A field that folds its text on first use: storing long texts folded as well would double their memory. */
export class FoldedField implements SearchableField {
  readonly name: string;
  readonly text: string;
  readonly weight: number;
  readonly isName: boolean;
  readonly #chineseAsPrinted: boolean;
  #folded: string | undefined;
  #places: FoldedText | undefined;

  /** @param chineseAsPrinted whether Chinese words are the same in the printed and the folded text */
  constructor({ name, text, weight, isName }: SearchableField, chineseAsPrinted = false) {
    this.name = name;
    this.text = text;
    this.weight = weight;
    this.isName = isName;
    this.#chineseAsPrinted = chineseAsPrinted;
  }

  get folded(): string {
    this.#folded ??= foldText(this.text);
    return this.#folded;
  }

  /** The text to search for words: the printed one if Chinese words are the same in both. */
  textFor(isChineseWord: boolean): string {
    return isChineseWord && this.#chineseAsPrinted ? this.text : this.folded;
  }

  /** The place in the printed text of a part of the folded text. */
  spanOf({ start, end }: Span): Span {
    this.#places ??= foldWithOffsets(this.text);
    return this.#places.spanOf(start, end);
  }
}
