import { daysOf } from '../../domain/days.ts';
import type { DatePart, DatePrecision } from '../../domain/facts.ts';

/** A day, month or year of the calendar, as precise as the text gives it. */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  readonly part?: DatePart | undefined;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** `2023-12-06`, `2023-12` or `2023`. */
export const toIso = ({ year, month, day }: CalendarDate): string =>
  [pad(year, 4), ...[month, day].flatMap((part) => (part === undefined ? [] : [pad(part, 2)]))].join('-');

export const precisionOf = ({ month, day }: CalendarDate): DatePrecision =>
  day !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR';

export const precisionOfIso = (date: string): DatePrecision =>
  date.length > 7 ? 'DAY' : date.length > 4 ? 'MONTH' : 'YEAR';

/** Whether the date exists: 13月 and 2023年2月29日 do not. */
export const exists = (date: CalendarDate): boolean => daysOf(toIso(date)) !== null;
