import { type CalendarDate, exists } from './calendar.ts';
import { parseChinese } from './numerals.ts';

const YEAR = String.raw`((?:19|20)\d{2}|(?:二[〇零]|一九)[〇零一二三四五六七八九]{2})\s*年(?:度|份)?`;
const NUMBER = String.raw`(\d{1,2}|[一二三四五六七八九十]{1,3})`;
const MONTH_AND_DAY = String.raw`${NUMBER}\s*月份?(?:\s*${NUMBER}\s*日)?`;
const JOIN = String.raw`\s*(?:至|到|—+|–|-|~|～)\s*`;

/** 2023年12月6日, 2023 年 9 月, 2021年. */
const FULL = new RegExp(`${YEAR}(?:\\s*${MONTH_AND_DAY})?`, 'y');
/** 5月, 10月26日; the year comes from the date before it. */
const BARE = /(\d{1,2})\s*月份?(?:\s*(\d{1,2})\s*日)?/y;
const RELATIVE = new RegExp(`(同年|当年|次年|翌年)\\s*${MONTH_AND_DAY}`, 'y');
const NUMERIC = /((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y;
/** 2021—2023年; 2023年1至6月. */
const YEARS = new RegExp(String.raw`((?:19|20)\d{2})${JOIN}(?=(?:19|20)\d{2}\s*年)`, 'y');
const MONTHS = new RegExp(String.raw`${YEAR}\s*(\d{1,2})${JOIN}(?=(\d{1,2})\s*月)`, 'y');
const DAY_ONLY = /(\d{1,2})\s*日/y;
const TAIL = /\s*年?[底末]|年?初(?!步|期|创|级|次|始)|[上中下]旬|[上下]半年|第?[一二三四]季度/y;
const JOINED = new RegExp(JOIN, 'y');

interface ReadDate {
  readonly date: CalendarDate;
  readonly end: number;
  /** The last date of an interval, such as 2023年3月至2023年年底. */
  readonly until?: CalendarDate | undefined;
}

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

const toNumber = (digits: string | undefined): number | undefined =>
  digits === undefined
    ? undefined
    : /^\d/.test(digits)
      ? Number(digits)
      : (parseChinese(digits) ?? Number.NaN);

/**
 * The date or interval that begins at `start`, or null if there is none or the date does not exist.
 * A month without a year gets the year of `previous`, the date before it in the text.
 */
export function readDate(text: string, start: number, previous: CalendarDate | undefined): ReadDate | null {
  const shortened = at(YEARS, text, start) ?? at(MONTHS, text, start);
  const first = shortened
    ? {
        date: { year: toNumber(shortened[1]) as number, month: toNumber(shortened[2]) },
        end: start + shortened[0].length,
      }
    : readPoint(text, start, previous);
  if (first === null || !exists(first.date)) return null;
  const joined = shortened ? first.end : first.end + (at(JOINED, text, first.end)?.[0].length ?? Number.NaN);
  const last = Number.isNaN(joined)
    ? null
    : (readPoint(text, joined, first.date) ?? readDay(text, joined, first.date));
  if (last === null || !exists(last.date)) return shortened ? null : first;
  return { date: first.date, until: last.date, end: last.end };
}

function readPoint(text: string, start: number, previous: CalendarDate | undefined): ReadDate | null {
  const numeric = at(NUMERIC, text, start);
  if (numeric) {
    const [all, year, , month, day] = numeric;
    return { date: { year: Number(year), month: Number(month), day: Number(day) }, end: start + all.length };
  }
  const match = at(FULL, text, start) ?? at(RELATIVE, text, start) ?? at(BARE, text, start);
  if (match === null) return null;
  const [all, first, second, third] = match;
  const hasYear = /年/.test(all);
  const relative = /^[同当次翌]/.test(all);
  const year = hasYear && !relative ? toNumber(first) : yearAfter(previous, all);
  if (year === undefined) return null;
  const [month, day] = (hasYear ? [second, third] : [first, second]).map(toNumber);
  const end = start + all.length;
  const tail = at(TAIL, text, end)?.[0] ?? '';
  const part = /[底末]/.test(tail) ? ('END' as const) : undefined;
  return { date: { year, month, day, part }, end: end + tail.length };
}

const yearAfter = (previous: CalendarDate | undefined, words: string): number | undefined =>
  previous && previous.year + (/^[次翌]/.test(words) ? 1 : 0);

function readDay(text: string, start: number, first: CalendarDate): ReadDate | null {
  const match = first.day === undefined ? null : at(DAY_ONLY, text, start);
  return match && { date: { ...first, day: Number(match[1]) }, end: start + match[0].length };
}
