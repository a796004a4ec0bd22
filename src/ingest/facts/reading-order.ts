import { SOURCE_FIELDS, type Span } from '../../domain/evidence.ts';

const compare = (a: Span, b: Span): number =>
  SOURCE_FIELDS.indexOf(a.field) - SOURCE_FIELDS.indexOf(b.field) || a.start - b.start || a.end - b.end;

export const inReadingOrder = (spans: readonly Span[]): Span[] => [...spans].sort(compare);

/** Sorts facts by the first of their spans. */
export const byFirstSpan = <F extends { readonly spans: readonly Span[] }>(facts: readonly F[]): F[] =>
  [...facts].sort((a, b) => compare(a.spans[0] as Span, b.spans[0] as Span));
