import type { BulletinRow } from '../read-bulletin.ts';
import type { FactRules } from './fact-rules.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { findDocumentMarks } from './find-documents.ts';
import { findExcluded } from './find-excluded.ts';
import { toHalfWidth } from './half-width.ts';
import { contains, type Range } from './sentences.ts';

/** A title or content, with the places that the search for several kinds of facts needs. */
export interface FieldText {
  readonly field: 'TITLE' | 'CONTENT';
  readonly text: string;
  /** The same text with half-width digits and letters; each code unit keeps its position. */
  readonly half: string;
  /** 《…》, including the marks. */
  readonly documents: readonly Range[];
  /** The dates outside of documents. */
  readonly dates: readonly DateMention[];
  /** Places that only look like a number, or (`notFirsts`) like a claim to be the first. */
  readonly notNumbers: readonly Range[];
  readonly notFirsts: readonly Range[];
}

/** Only these two columns contain facts. */
export const fieldsOf = (
  { title, content }: Pick<BulletinRow, 'title' | 'content'>,
  rules: FactRules,
): FieldText[] =>
  (
    [
      ['TITLE', title],
      ['CONTENT', content],
    ] as const
  ).map(([field, text]) => {
    const half = toHalfWidth(text);
    const documents = findDocumentMarks(text);
    const dates = findDates(half, rules.dates).filter(
      (date) => !documents.some((document) => contains(document, date)),
    );
    const notNumbers = findExcluded(half, rules.numbers.exclusions);
    const notFirsts = findExcluded(half, rules.firsts.exclusions);
    return { field, text, half, documents, dates, notNumbers, notFirsts };
  });
