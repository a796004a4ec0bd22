import type { Warning } from '../warnings.ts';
import type { Unread } from './find-unread.ts';

const SAID: Readonly<Record<Unread['kind'], Pick<Warning, 'code' | 'message' | 'fix'>>> = {
  NUMBER: {
    code: 'UNREAD_NUMBER',
    message: 'a number that no rule reads',
    fix: 'add its unit or an exclusion to seeds/facts/numbers.yaml, or a correction to seeds/corrections.yaml',
  },
  DOCUMENT: {
    code: 'UNREAD_DOCUMENT',
    message: '《 or 》 without its other',
    fix: 'compare with the source',
  },
  FIRST: {
    code: 'UNREAD_FIRST',
    message: 'no rule says whether this claims to be a first',
    fix: 'add a word or an exclusion to seeds/facts/first-claims.yaml, or a correction to seeds/corrections.yaml',
  },
};

/** The number of characters shown on each side of the words, so that a person can find them. */
const AROUND = 6;

export const describeUnread = (
  text: string,
  { kind, start, end }: Pick<Unread, 'kind' | 'start' | 'end'>,
): Pick<Warning, 'code' | 'text' | 'message' | 'fix'> => ({
  ...SAID[kind],
  text: text.slice(Math.max(0, start - AROUND), end + AROUND),
});
