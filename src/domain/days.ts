import type { DatePart } from './facts.ts';

/** The first and last day that a date may mean, both as `2023-12-06`. */
export interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');

/**
 * The days of a date such as `2023-12-06`, `2023-12` or `2023`; null if the calendar has no such day.
 * The end of a month means its last ten days or so (下旬), the end of a year its December.
 */
export function daysOf(date: string, part?: DatePart): Days | null {
  const [year = Number.NaN, month, day] = date.split('-').map(Number);
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) || (month !== undefined && (month < 1 || month > 12)))
    return null;
  if (day !== undefined) {
    const exact = iso(year, month as number, day);
    return day >= 1 && day <= lastOf(year, month as number) ? { firstDay: exact, lastDay: exact } : null;
  }
  if (month !== undefined)
    return {
      firstDay: iso(year, month, part === 'END' ? 21 : 1),
      lastDay: iso(year, month, lastOf(year, month)),
    };
  return { firstDay: iso(year, part === 'END' ? 12 : 1, 1), lastDay: iso(year, 12, 31) };
}
