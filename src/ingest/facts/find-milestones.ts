import { precisionOf, toIso } from './calendar.ts';
import type { Milestone } from './facts.ts';
import type { FieldText } from './field-text.ts';
import type { DateMention } from './find-dates.ts';
import { cut, sentenceAt } from './sentences.ts';

/** The dates of a field, each with its event. Skips dates that are part of a name. */
export function findMilestones({ field, text, dates }: FieldText): Milestone[] {
  const mentions = dates.filter(({ inName }) => !inName);
  return mentions.map((mention, index) => {
    const { date, until, kind, start, end } = mention;
    const part = (until ?? date).part;
    return {
      date: toIso(date),
      precision: precisionOf(date),
      kind,
      ...(until ? { endDate: toIso(until) } : {}),
      ...(part ? { part } : {}),
      event: eventOf(text, mention, mentions[index + 1]?.start ?? text.length),
      spans: [{ field, start, end }],
    };
  });
}

/** The words that can be between a date and its clause: 2021年，…; 2023年3月以来，…; 2023年3月起… */
const JOINT = /^\s*(?:(?:起|以来|以后|以前|之前|之后|期间|至今|前|后)?\s*[，,]|起|以来|期间)?\s*/;

/**
 * The words after the date, to the end of its sentence or the next date
 * (2021年，中欧班列（天津）实现常态化运营，截至2023年底…). If the sentence ends with the date, the words before it.
 */
function eventOf(text: string, { start, end }: DateMention, next: number): string {
  const sentence = sentenceAt(text, start);
  const following = cut(text, { start: end, end: Math.min(sentence.end, next) }).replace(JOINT, '');
  const event = (next < sentence.end ? following.replace(/(?:于|在)\s*$/, '') : following).replace(
    /[，、,\s]+$/,
    '',
  );
  if (event !== '') return event;
  const before = cut(text, { start: sentence.start, end: start }).replace(
    /[，、,（(\s]*(?:于|在|自)?\s*$/,
    '',
  );
  return before.trimStart() || cut(text, { start, end });
}
