import { z } from 'zod';
import type { Span } from '../../domain/evidence.ts';

/** Words of a title or content as a person writes them: `CONTENT 3个`, or `CONTENT 3个 #2` for the second place. */
export interface QuotedWords {
  readonly field: 'TITLE' | 'CONTENT';
  readonly words: string;
  /** Counted from 1. */
  readonly occurrence: number;
}

const FORM = /^(?<field>TITLE|CONTENT) (?<words>[\s\S]+?)(?: #(?<occurrence>[1-9]\d*))?$/;

export const quotedWords = z.string().transform((text, context): QuotedWords => {
  const { field, words = '', occurrence = '1' } = FORM.exec(text)?.groups ?? {};
  if (field === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'write the column and the words: CONTENT 全国首单, or CONTENT 3个 #2',
    });
    return z.NEVER;
  }
  return { field: field as QuotedWords['field'], words, occurrence: Number(occurrence) };
});

export const describeQuoted = ({ field, words, occurrence }: QuotedWords): string =>
  `${field} ${words}${occurrence > 1 ? ` #${occurrence}` : ''}`;

/** The place of the words, or undefined if the text no longer contains them, or not that many times. */
export function locate(
  { field, words, occurrence }: QuotedWords,
  fields: readonly { readonly field: QuotedWords['field']; readonly text: string }[],
): Span | undefined {
  const text = fields.find((each) => each.field === field)?.text ?? '';
  let start = text.indexOf(words);
  for (let count = 1; start !== -1 && count < occurrence; count += 1) start = text.indexOf(words, start + 1);
  return start === -1 ? undefined : { field, start, end: start + words.length };
}
