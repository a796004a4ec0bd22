import { join } from 'node:path';
import { z } from 'zod';
import { APPROXIMATIONS, FIRST_SCOPES, ORGANIZATION_KINDS } from '../../domain/facts.ts';
import { readYamlFile } from '../read-yaml.ts';

const words = z.string().trim().min(1);
const list = z.array(words).min(1);

/** A regular expression as a person writes it, such as `\d+ ?强`. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'gu');
  } catch {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${source}` });
    return z.NEVER;
  }
});

/** A pattern of words that only look like a fact, and the words of a bulletin that are the reason for it. */
const exclusion = z.strictObject({
  pattern,
  /** Words that the pattern matches. */
  phrase: words,
  /** The item of the seventh batch that contains the phrase. */
  item: z.int().positive().optional(),
  why: words,
});
export type Exclusion = z.infer<typeof exclusion>;

const inexact = z.enum(APPROXIMATIONS).exclude(['EXACT']);

const numberSchema = z.strictObject({
  before: z.record(inexact, list),
  beforeUnit: words,
  notBefore: list,
  after: z.record(inexact, list),
  within: words,
  units: z.strictObject({ time: list, money: list, ratio: list, measure: list, count: list }),
  unitNames: z.record(words, words),
  exclusions: z.array(exclusion),
});
export type NumberRules = z.infer<typeof numberSchema>;

const dateSchema = z.strictObject({ until: list, eventNames: list, eventVerbs: list, now: list });
export type DateRules = z.infer<typeof dateSchema>;

const firstSchema = z.strictObject({
  scopes: z.record(z.enum(FIRST_SCOPES).exclude(['UNSPECIFIED']), list),
  ranges: list,
  among: list,
  classifiers: list,
  batch: words,
  verbs: list,
  exclusions: z.array(exclusion),
  leadingVerbs: list,
  subjectEnds: list,
});
export type FirstRules = z.infer<typeof firstSchema>;

const nameSchema = z.strictObject({ before: list, kept: list, proper: list, notProper: list });
export type NameRules = z.infer<typeof nameSchema>;

const organizationSchema = z.strictObject({
  suffixes: z.record(
    z.enum(ORGANIZATION_KINDS),
    z.strictObject({ named: z.array(words), placed: z.array(words).default([]) }),
  ),
  notSuffixes: list,
  generic: list,
  known: z.array(z.strictObject({ name: words, kind: z.enum(ORGANIZATION_KINDS) })),
  brands: list,
  trades: list,
  listed: z.strictObject({ heads: list, named: list, verbs: list }),
  partners: list,
});
export type OrganizationRules = z.infer<typeof organizationSchema>;

const agencySchema = z.strictObject({
  suffixes: list,
  placedSuffixes: list,
  known: list,
  notSuffixes: list,
  generic: list,
});
export type MentionedAgencyRules = z.infer<typeof agencySchema>;

/** Rules, written by a person, for how texts state facts: the files of seeds/facts/. */
export interface FactRules {
  readonly numbers: NumberRules;
  readonly dates: DateRules;
  readonly firsts: FirstRules;
  readonly names: NameRules;
  readonly organizations: OrganizationRules;
  readonly agencies: MentionedAgencyRules;
}

/** @throws IngestFailed with file, line and column, if a file is missing or malformed */
export function readFactRules(directory: string): FactRules {
  return {
    numbers: readYamlFile(join(directory, 'numbers.yaml'), numberSchema).value,
    dates: readYamlFile(join(directory, 'dates.yaml'), dateSchema).value,
    firsts: readYamlFile(join(directory, 'first-claims.yaml'), firstSchema).value,
    names: readYamlFile(join(directory, 'names.yaml'), nameSchema).value,
    organizations: readYamlFile(join(directory, 'organizations.yaml'), organizationSchema).value,
    agencies: readYamlFile(join(directory, 'mentioned-agencies.yaml'), agencySchema).value,
  };
}
