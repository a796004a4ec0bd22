import { z } from 'zod';
import type { Span } from '../../src/domain/evidence.ts';
import {
  APPROXIMATIONS,
  DATE_PARTS,
  DATE_PRECISIONS,
  FIRST_KINDS,
  FIRST_SCOPES,
  MILESTONE_KINDS,
  ORGANIZATION_KINDS,
} from '../../src/domain/facts.ts';
import { FACT_KINDS, type FactKind } from '../../src/ingest/facts/facts.ts';
import { describeQuoted, locate, quotedWords } from '../../src/ingest/facts/quoted-words.ts';
import { Problems } from '../../src/ingest/problems.ts';
import type { BulletinRow } from '../../src/ingest/read-bulletin.ts';
import { readYamlFile } from '../../src/ingest/read-yaml.ts';

const words = z.coerce.string().min(1);
/** YAML reads an unquoted year as a number. */
const date = z.coerce.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const annotated = <S extends z.ZodRawShape>(shape: S) =>
  z.array(
    z.strictObject({
      ...shape,
      evidence: z.array(quotedWords).min(1),
      raw: words.optional(),
      note: words.optional(),
    }),
  );

const schema = z.array(
  z.strictObject({
    number: z.int().positive(),
    firstClaims: annotated({ scope: z.enum(FIRST_SCOPES), kind: z.enum(FIRST_KINDS), subject: words }),
    figures: annotated({
      value: z.number(),
      unit: words,
      approximation: z.enum(APPROXIMATIONS),
      date: date.optional(),
    }),
    milestones: annotated({
      date,
      precision: z.enum(DATE_PRECISIONS),
      kind: z.enum(MILESTONE_KINDS),
      endDate: date.optional(),
      part: z.enum(DATE_PARTS).optional(),
      event: words,
    }),
    documents: annotated({ title: words }),
    organizations: annotated({
      name: words,
      kind: z.enum(ORGANIZATION_KINDS),
      shortNames: z.array(words).default([]),
    }),
    mentionedAgencies: annotated({ name: words }),
  }),
);

/** A fact with the places that prove it, annotated by a person or found by the program. */
export interface ScoredFact {
  readonly spans: readonly Span[];
}
export type ScoredFacts = Readonly<Record<FactKind, readonly ScoredFact[]>>;

/**
 * The facts that a person annotated in a bulletin, by item number.
 * @throws IngestFailed with line and column: malformed entries, words that the item does not contain, missing items
 */
export function readAnnotations(file: string, rows: readonly BulletinRow[]): Map<number, ScoredFacts> {
  const { value, locationOf } = readYamlFile(file, schema);
  const problems = new Problems(file);
  const items = new Map<number, ScoredFacts>();
  for (const [index, { number, ...facts }] of value.entries()) {
    const row = rows.find((each) => each.number === number);
    if (row === undefined || items.has(number)) {
      const message = row === undefined ? 'the bulletin has no such item' : 'the item stands twice';
      problems.add({
        ...locationOf([index, 'number']),
        text: String(number),
        message,
        fix: 'correct the number',
      });
      continue;
    }
    const fields = [
      { field: 'TITLE', text: row.title },
      { field: 'CONTENT', text: row.content },
    ] as const;
    const located = FACT_KINDS.map((kind) => [
      kind,
      facts[kind].map(({ evidence, raw: _raw, note: _note, ...attributes }, at): ScoredFact => {
        const spans = evidence.flatMap((quoted, which) => {
          const span = locate(quoted, fields);
          if (span) return span;
          const place = locationOf([index, kind, at, 'evidence', which]);
          const message = `item ${number} doesn't have these words`;
          problems.add({
            ...place,
            text: describeQuoted(quoted),
            message,
            fix: 'copy them from the bulletin',
          });
          return [];
        });
        return { ...attributes, spans };
      }),
    ]);
    items.set(number, Object.fromEntries(located));
  }
  const missing = rows.filter(({ number }) => !items.has(number)).map(({ number }) => number);
  if (missing.length > 0) {
    problems.add({
      message: `items ${missing.join(', ')} are not annotated`,
      fix: 'annotate every item, [] where there is none',
    });
  }
  problems.throwIfAny();
  return items;
}
