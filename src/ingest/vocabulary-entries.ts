import { z } from 'zod';
import { ISO_DATE_FORM, isIsoDate } from '../domain/iso-date.ts';
import { AGENCY_KINDS, AGENCY_LEVELS, PILOT_ZONE_KINDS } from '../domain/nodes.ts';

const words = z.string().trim().min(1);
const named = {
  name: words,
  /** The key of the node's id. By default the name; set it if a renamed entry must keep its id. */
  id: words.optional(),
  aliases: z.array(words).default([]),
};

const day = z.string().refine(isIsoDate, ISO_DATE_FORM);

export const agencySchema = z.strictObject({
  ...named,
  kind: z.enum(AGENCY_KINDS).exclude(['UNLISTED']),
  level: z.enum(AGENCY_LEVELS).exclude(['UNLISTED']),
  partOf: words.optional(),
  /** The first and the last day on which the agency exists. */
  validFrom: day.optional(),
  validTo: day.optional(),
  /** The agency that it became part of after its last day. */
  mergedInto: words.optional(),
  /** Its earlier names. `validTo` is the last day of a name, inclusive. */
  formerNames: z.array(z.strictObject({ name: words, validFrom: day.optional(), validTo: day })).default([]),
});
export const zoneSchema = z.strictObject({
  ...named,
  kind: z.enum(PILOT_ZONE_KINDS),
  partOf: words.optional(),
  /** The agency that administers this zone. */
  authority: words.optional(),
  /** Longer words in which a name of the zone is not evidence for the zone. */
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
