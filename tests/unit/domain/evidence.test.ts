import fc from 'fast-check';
import {
  evidenceProperties,
  SOURCE_FIELDS,
  type Span,
  toEvidenceProperties,
  toSpans,
} from '../../../src/domain/evidence.ts';

test('an edge stores spans as three lists, in reading order', () => {
  const spans: Span[] = [
    { field: 'AGENCIES', start: 0, end: 4 },
    { field: 'CONTENT', start: 30, end: 34 },
    { field: 'TITLE', start: 7, end: 9 },
    { field: 'SCOPE', start: 0, end: 3 },
    { field: 'CONTENT', start: 4, end: 8 },
    { field: 'CONTENT', start: 4, end: 6 },
  ];
  expect(toEvidenceProperties(spans)).toEqual({
    evidenceFields: ['TITLE', 'CONTENT', 'CONTENT', 'CONTENT', 'SCOPE', 'AGENCIES'],
    evidenceStarts: [7, 4, 4, 30, 0, 0],
    evidenceEnds: [9, 6, 8, 34, 3, 4],
  });
  expect(spans[0]).toEqual({ field: 'AGENCIES', start: 0, end: 4 });
});

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.constantFrom(...SOURCE_FIELDS), fc.nat(50), fc.integer({ min: 1, max: 9 }))
  .map(([field, start, length]) => ({ field, start, end: start + length }));

const text = ({ field, start, end }: Span): string => `${field} ${start} ${end}`;

test('a round trip keeps the same spans in any input order', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), (spans) => {
      const properties = toEvidenceProperties(spans);
      expect(evidenceProperties.parse(properties)).toEqual(properties);
      const back = toSpans(properties);
      expect(back.map(text).sort()).toEqual(spans.map(text).sort());
      expect(toEvidenceProperties(back)).toEqual(properties);
      expect(toEvidenceProperties([...spans].reverse())).toEqual(properties);
    }),
  );
});

test('the edge schema refuses an edge without evidence', () => {
  expect(evidenceProperties.safeParse(toEvidenceProperties([])).success).toBe(false);
});
