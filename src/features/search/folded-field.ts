import { type FoldedText, foldText, foldWithOffsets } from '../../text/fold-text.ts';
import type { SearchableField } from './searchable-fields.ts';

/** Where a word stands in a field as printed, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A field whose text is folded once somebody looks at that: kept folded, long texts would take as much again. */
export class FoldedField implements SearchableField {
  readonly name: string;
  readonly text: string;
  readonly weight: number;
  readonly isName: boolean;
  readonly #chineseAsPrinted: boolean;
  #folded: string | undefined;
  #places: FoldedText | undefined;

  /** @param chineseAsPrinted whether Chinese words stand in the text as in the folded one */
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

  /** The text to look for words in: the printed one where Chinese words stand alike in both. */
  textFor(isChineseWord: boolean): string {
    return isChineseWord && this.#chineseAsPrinted ? this.text : this.folded;
  }

  /** Where a part of the folded text stands in the printed one. */
  spanOf({ start, end }: Span): Span {
    this.#places ??= foldWithOffsets(this.text);
    return this.#places.spanOf(start, end);
  }
}
