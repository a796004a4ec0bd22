/** Whether a text is a day of the calendar, written 2024-02-29. Such texts sort in the order of their days. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export const ISO_DATE_FORM = 'a date is a day of the calendar, written 2024-03-01';

/** @param date a day that isIsoDate accepts */
export function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
