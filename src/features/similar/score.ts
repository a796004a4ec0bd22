import type { SimilarityAspect, SimilarityPart } from './similarity.type.ts';

/** How much each aspect counts for reform items; together 1. */
export const ITEM_WEIGHTS = { THEMES: 0.3, TEXT: 0.25, AGENCIES: 0.2, ZONES: 0.15, DOCUMENTS: 0.1 } as const;
/** The same for agencies. */
export const AGENCY_WEIGHTS = { THEMES: 0.6, ZONES: 0.25, ITEMS: 0.15 } as const;

export const scoreOf = (parts: readonly SimilarityPart[]): number =>
  parts.reduce((sum, { value, weight }) => sum + value * weight, 0);

/** Parts in the order of their weights, as the tables above have them. */
export const toParts = <A extends SimilarityAspect>(
  weights: Readonly<Record<A, number>>,
  values: Readonly<Record<A, number>>,
): SimilarityPart[] =>
  (Object.keys(weights) as A[]).map((aspect) => ({
    aspect,
    value: values[aspect],
    weight: weights[aspect],
  }));

/** Shared over all that either has; 0 where neither has any. */
export const jaccard = (shared: number, one: number, other: number): number =>
  shared === 0 ? 0 : shared / (one + other - shared);
