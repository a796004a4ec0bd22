import type { SimilarityAspect, SimilarityPart } from './similarity.type.ts';

/** The weight of each aspect for reform items; the sum is 1. */
export const ITEM_WEIGHTS = { THEMES: 0.3, TEXT: 0.25, AGENCIES: 0.2, ZONES: 0.15, DOCUMENTS: 0.1 } as const;
/** The same for agencies. */
export const AGENCY_WEIGHTS = { THEMES: 0.6, ZONES: 0.25, ITEMS: 0.15 } as const;

export const scoreOf = (parts: readonly SimilarityPart[]): number =>
  parts.reduce((sum, { value, weight }) => sum + value * weight, 0);

/** Parts in the order of their weights in the tables above. */
export const toParts = <A extends SimilarityAspect>(
  weights: Readonly<Record<A, number>>,
  values: Readonly<Record<A, number>>,
): SimilarityPart[] =>
  (Object.keys(weights) as A[]).map((aspect) => ({
    aspect,
    value: values[aspect],
    weight: weights[aspect],
  }));

/** The shared number divided by the number of all in either; 0 if neither has any. */
export const jaccard = (shared: number, one: number, other: number): number =>
  shared === 0 ? 0 : shared / (one + other - shared);
