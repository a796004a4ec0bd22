import type { Exclusion } from './fact-rules.ts';
import type { Range } from './sentences.ts';

/** The places where a half-width text only seems to state a fact. */
export const findExcluded = (text: string, exclusions: readonly Exclusion[]): Range[] =>
  exclusions
    // Most patterns match nothing. search() finds that out at a lower cost than matchAll().
    .filter(({ pattern }) => text.search(pattern) !== -1)
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length }));

export const isWithin = (ranges: readonly Range[], at: number): boolean =>
  ranges.some(({ start, end }) => start <= at && at < end);
