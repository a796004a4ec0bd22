import { z } from 'zod';
import { ISO_DATE_FORM, isIsoDate } from '../domain/iso-date.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, PILOT_ZONE_KINDS } from '../domain/nodes.ts';

const words = z.string().trim().min(1);
const named = {
  name: words,
  /** The key of the node's id; the name, unless the body was renamed and must keep its id. */
  id: words.optional(),
  aliases: z.array(words).default([]),
};

const day = z.string().refine(isIsoDate, ISO_DATE_FORM);

export const agencySchema = z.strictObject({
  ...named,
  kind: z.enum(AGENCY_KINDS).exclude(['UNLISTED']),
  level: z.enum(AGENCY_LEVELS).exclude(['UNLISTED']),
  partOf: words.optional(),
  /** Its first and last day. */
  validFrom: day.optional(),
  validTo: day.optional(),
  /** The body that it became part of behind its last day. */
  mergedInto: words.optional(),
  /** What it was called until a day, that day included. */
  formerNames: z.array(z.strictObject({ name: words, validFrom: day.optional(), validTo: day })).default([]),
});
export const zoneSchema = z.strictObject({
  ...named,
  kind: z.enum(PILOT_ZONE_KINDS),
  partOf: words.optional(),
  /** The agency that is this zone's own authority. */
  authority: words.optional(),
  /** Longer words in which a name of the zone is no evidence of the place. */
  notIn: z.array(words).default([]),
});
const themeSchema = z.strictObject({
  ...named,
  /** The words of a title or content that prove the theme. */
  phrases: z.array(words).min(1),
  notIn: z.array(words).default([]),
});
export const domainSchema = z.strictObject({ ...named, themes: z.array(themeSchema).min(1) });
export const regionSchema = z.strictObject(named);

export type AgencyEntry = z.infer<typeof agencySchema>;
export type ZoneEntry = z.infer<typeof zoneSchema>;
export type ThemeEntry = z.infer<typeof themeSchema>;
export type DomainEntry = z.infer<typeof domainSchema>;
export type RegionEntry = z.infer<typeof regionSchema>;
