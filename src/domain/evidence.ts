import { z } from 'zod';

/** The columns of a bulletin that evidence can point into. */
export const SOURCE_FIELDS = ['TITLE', 'CONTENT', 'SCOPE', 'AGENCIES'] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** The place of a proof: the half-open span [start, end) of one field of the item, in UTF-16 code units. */
export interface Span {
  readonly field: SourceField;
  readonly start: number;
  readonly end: number;
}

/** Spans as an edge stores them: a graph property is a scalar or a flat list, so three lists of equal length. */
export const evidenceProperties = z.object({
  evidenceFields: z.array(z.enum(SOURCE_FIELDS)).min(1),
  evidenceStarts: z.array(z.int()).min(1),
  evidenceEnds: z.array(z.int()).min(1),
});
export type EvidenceProperties = z.infer<typeof evidenceProperties>;

const fieldOrder = (span: Span): number => SOURCE_FIELDS.indexOf(span.field);

/** Sorts the spans in reading order: title, content, scope, agencies; then by position. */
export function toEvidenceProperties(spans: readonly Span[]): EvidenceProperties {
  const sorted = [...spans].sort(
    (a, b) => fieldOrder(a) - fieldOrder(b) || a.start - b.start || a.end - b.end,
  );
  return {
    evidenceFields: sorted.map((span) => span.field),
    evidenceStarts: sorted.map((span) => span.start),
    evidenceEnds: sorted.map((span) => span.end),
  };
}

/** Returns no spans if the edge lacks a list, or if analysts wrote lists of different lengths: these prove nothing. */
export function toSpans(properties: Partial<EvidenceProperties>): Span[] {
  const { evidenceFields = [], evidenceStarts = [], evidenceEnds = [] } = properties;
  const { length } = evidenceFields;
  if (evidenceStarts.length !== length || evidenceEnds.length !== length) return [];
  return evidenceFields.map((field, index) => ({
    field,
    start: evidenceStarts[index] as number,
    end: evidenceEnds[index] as number,
  }));
}
