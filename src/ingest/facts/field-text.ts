import type { BulletinRow } from '../read-bulletin.ts';
import type { FactRules } from './fact-rules.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { findDocumentMarks } from './find-documents.ts';
import { findExcluded } from './find-excluded.ts';
import { toHalfWidth } from './half-width.ts';
import { contains, type Range } from './sentences.ts';

/** A title or content, with what several kinds of facts look at. */
export interface FieldText {
  readonly field: 'TITLE' | 'CONTENT';
  readonly text: string;
  /** The same with half-width digits and letters, unit by unit. */
  readonly half: string;
  /** 《…》, marks included. */
  readonly documents: readonly Range[];
  /** Those outside of documents. */
  readonly dates: readonly DateMention[];
  /** What only seems to be a number, or a claim to be the first. */
  readonly notNumbers: readonly Range[];
  readonly notFirsts: readonly Range[];
}

/** Facts stand in these two columns only. */
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
