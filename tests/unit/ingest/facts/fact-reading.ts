import { readFileSync } from 'node:fs';
import type { Span } from '../../../../src/domain/evidence.ts';
import type { FactKind, ItemFacts } from '../../../../src/ingest/facts/facts.ts';
import { type FieldText, fieldsOf } from '../../../../src/ingest/facts/field-text.ts';
import { factFinder } from '../../../../src/ingest/facts/find-facts.ts';
import { BULLETIN, readSeedVocabulary } from '../tianjin-7.ts';

export const vocabulary = readSeedVocabulary();
const find = factFinder(vocabulary);

export interface Item {
  readonly title: string;
  readonly content: string;
  readonly responsible: string;
}

/** The items of the seventh bulletin, cut without the program’s own reader. */
export const ITEMS: ReadonlyMap<number, Item> = new Map(
  readFileSync(BULLETIN, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => /^\d+$/.test(cells[0] ?? ''))
    .map(([number, title = '', content = '', , responsible = '']) => [
      Number(number),
      { title, content: content.replace(/<\/?p>/g, ''), responsible },
    ]),
);

export const itemOf = (number: number): Item => {
  const item = ITEMS.get(number);
  if (item === undefined) throw new Error(`there is no item ${number}`);
  return item;
};

/** An item with only this text. No agency of the text is responsible for it. */
export const saying = (content: string, title = ''): Item => ({ title, content, responsible: '某局' });

export const factsOf = (item: Item): ItemFacts => find(item);
export const fieldTextsOf = (item: Item): FieldText[] => fieldsOf(item, vocabulary.facts);

export const quote = (item: Item, { field, start, end }: Span): string =>
  (field === 'TITLE' ? item.title : item.content).slice(start, end);

/** The facts of a kind, with evidence words instead of spans. */
export const factsOfKind = <K extends FactKind>(item: Item, kind: K) =>
  (factsOf(item)[kind] as readonly ItemFacts[K][number][]).map(({ spans, ...fact }) => ({
    ...(fact as Omit<ItemFacts[K][number], 'spans'>),
    words: spans.map((span) => quote(item, span)),
  }));
