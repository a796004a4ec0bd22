import type { Exclusion } from './fact-rules.ts';
import type { Range } from './sentences.ts';

/** Where a half-width text only seems to state a fact, and why. */
export const findExcluded = (text: string, exclusions: readonly Exclusion[]): (Range & { why: string })[] =>
  exclusions.flatMap(({ pattern, why }) =>
    [...text.matchAll(pattern)].map(({ index, 0: words }) => ({
      start: index,
      end: index + words.length,
      why,
    })),
  );

export const isWithin = (ranges: readonly Range[], at: number): boolean =>
  ranges.some(({ start, end }) => start <= at && at < end);
