import { existsSync } from 'node:fs';
import { z } from 'zod';
import { daysOf } from '../../domain/days.ts';
import {
  APPROXIMATIONS,
  DATE_PARTS,
  FIRST_KINDS,
  FIRST_SCOPES,
  MILESTONE_KINDS,
} from '../../domain/facts.ts';
import { readYamlFile } from '../read-yaml.ts';
import type { FactKind } from './facts.ts';
import { quotedWords } from './quoted-words.ts';

const words = z.string().trim().min(1);
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is written "2023-12-06", "2023-12" or "2023", in quotes')
  .refine((date) => daysOf(date) !== null, 'the calendar has no such day');

/**
 * The attributes of a fact, by kind. The date of a milestone determines its precision. The name of an organization
 * determines its kind (seeds/facts/organizations.yaml).
 */
const attributes = {
  firstClaims: z.strictObject({ scope: z.enum(FIRST_SCOPES), kind: z.enum(FIRST_KINDS), subject: words }),
  figures: z.strictObject({
    value: z.number(),
    unit: words,
    approximation: z.enum(APPROXIMATIONS),
    date: isoDate.nullish(),
  }),
  milestones: z.strictObject({
    date: isoDate,
    kind: z.enum(MILESTONE_KINDS),
    endDate: isoDate.nullish(),
    part: z.enum(DATE_PARTS).nullish(),
    event: words,
  }),
  documents: z.strictObject({ title: words }),
  organizations: z.strictObject({ name: words, shortNames: z.array(words).default([]) }),
  mentionedAgencies: z.strictObject({ name: words }),
} satisfies Record<FactKind, z.ZodObject>;

const addressed = {
  item: z.string().regex(/^[a-z]{2,8}-\d+-\d+$/, 'an item is written as tj-7-17'),
  at: quotedWords,
  /** More words that prove the fact, in addition to `at`. */
  evidence: z.array(quotedWords).default([]),
  reason: words,
};

const correctionOf = <K extends FactKind>(kind: K) =>
  z
    .strictObject({
      ...addressed,
      kind: z.literal(kind),
      add: attributes[kind].optional(),
      change: (attributes[kind] as z.ZodObject).partial().optional(),
      remove: z.literal(true).optional(),
    })
    .refine(
      ({ add, change, remove }) => [add, change, remove].filter((each) => each !== undefined).length === 1,
      {
        message: 'give one of add, change and remove',
      },
    );

const schema = z
  .array(
    z.discriminatedUnion('kind', [
      correctionOf('firstClaims'),
      correctionOf('figures'),
      correctionOf('milestones'),
      correctionOf('documents'),
      correctionOf('organizations'),
      correctionOf('mentionedAgencies'),
    ]),
  )
  .nullable();

/** A fact that a person corrected, and the place of the correction in the file. */
export type Correction = NonNullable<z.infer<typeof schema>>[number] & {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};

export interface Corrections {
  readonly file: string;
  readonly list: readonly Correction[];
}

/** Returns no corrections if the file does not exist. @throws IngestFailed with line and column of a malformed entry */
export function readCorrections(file: string): Corrections {
  if (!existsSync(file)) return { file, list: [] };
  const { value, locationOf } = readYamlFile(file, schema);
  return { file, list: (value ?? []).map((entry, index) => ({ ...entry, ...locationOf([index, 'at']) })) };
}
