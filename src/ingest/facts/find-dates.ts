import type { MilestoneKind } from '../../domain/facts.ts';
import type { CalendarDate } from './calendar.ts';
import type { DateRules } from './fact-rules.ts';
import { readDate } from './read-date.ts';
import type { Range } from './sentences.ts';

/** A date in a text, including 截至 or 自…至… if present. */
export interface DateMention extends Range {
  readonly kind: MilestoneKind;
  readonly date: CalendarDate;
  /** The end of an interval. */
  readonly until?: CalendarDate | undefined;
  /** Whether the date is part of a name, such as 2023年滨海基金小镇投融资行业峰会, and so not the date of an event. */
  readonly inName: boolean;
}

const BEGINNING = /(?<![\dA-Za-z.])(?:\d|[二一][〇零九]|同年|当年|次年|翌年)/g;

/** The dates of a half-width text, from left to right. A month without a year gets the year of the date before it. */
export function findDates(text: string, rules: DateRules): DateMention[] {
  const found: DateMention[] = [];
  let previous: CalendarDate | undefined;
  let end = 0;
  for (const { index } of text.matchAll(BEGINNING)) {
    const read = index < end ? null : readDate(text, index, previous);
    if (read === null) continue;
    end = read.end;
    previous = read.until ?? read.date;
    const { kind, start } = beginning(text.slice(0, index), read, rules);
    const inName = kind === 'AT' && isInName(text.slice(end), read.date, rules);
    found.push({ kind, start, end, date: read.date, until: read.until, inName });
  }
  return found;
}

/** Reads the word before a date that belongs to it: 截至2023年底, 自2023年3月至2023年年底, 到2025年底. */
function beginning(
  before: string,
  { date, until }: { date: CalendarDate; until?: CalendarDate | undefined },
  rules: DateRules,
): { kind: MilestoneKind; start: number } {
  const words = until ? ['自', '从'] : date.part === 'END' ? [...rules.until, '到', '至'] : rules.until;
  const trimmed = before.trimEnd();
  const [word] = words.filter((each) => trimmed.endsWith(each)).sort((a, b) => b.length - a.length);
  const start = word === undefined ? before.length : trimmed.length - word.length;
  return { kind: until ? 'INTERVAL' : word === undefined ? 'AT' : 'UNTIL', start };
}

function isInName(after: string, date: CalendarDate, { eventNames, eventVerbs }: DateRules): boolean {
  if (date.month !== undefined) return false;
  const [clause = ''] = /^[^，。；、：“”《》（）()]{0,30}/.exec(after) ?? [];
  const ends = eventNames.flatMap((name) => (clause.includes(name) ? [clause.indexOf(name)] : []));
  if (ends.length === 0) return false;
  const between = clause.slice(0, Math.min(...ends));
  return !eventVerbs.some((verb) => between.includes(verb));
}
