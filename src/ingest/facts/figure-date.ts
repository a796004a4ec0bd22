import { toIso } from './calendar.ts';
import type { FieldText } from './field-text.ts';
import { sentenceAt } from './sentences.ts';

/**
 * The date that a sentence gives for the figure at position `at`: the last date before it
 * (截至2023年底，累计发运中欧班列116列), else the first after it. For an interval, its end, since such figures are totals.
 * Undefined if a word such as 目前 is between date and figure: 2023 年底平台上线以来，目前涵盖注册企业达一万两千余家.
 */
export function dateOf({ half, dates }: FieldText, at: number, now: readonly string[]): string | undefined {
  const sentence = sentenceAt(half, at);
  const candidates = dates.filter(
    ({ inName, start }) => !inName && sentence.start <= start && start < sentence.end,
  );
  const mention = candidates.findLast(({ end }) => end <= at) ?? candidates[0];
  if (mention === undefined) return undefined;
  const between = half.slice(mention.end, at);
  return now.some((word) => between.includes(word)) ? undefined : toIso(mention.until ?? mention.date);
}
