import { z } from 'zod';
import type { Label } from './model.ts';

const text = z.string().min(1);
const aliases = z.array(text);
/** Sorts names as a Chinese reader does. */
const pinyin = text;

export const AGENCY_KINDS = [
  'PARTY_ORGAN',
  'GOVERNMENT_DEPARTMENT',
  'BORDER_AUTHORITY',
  'FINANCIAL_REGULATOR',
  'ZONE_BODY',
  'UNLISTED',
] as const;
export const AGENCY_LEVELS = ['CENTRAL', 'MUNICIPAL', 'FREE_TRADE_ZONE', 'UNLISTED'] as const;
export const PILOT_ZONE_KINDS = ['FREE_TRADE_ZONE', 'AREA', 'LINKED_INNOVATION_ZONE'] as const;

/** The properties of each label's nodes, as both engines store and return them. */
export const nodeSchemas = {
  ReformItem: z.strictObject({
    id: text,
    code: text,
    number: z.int().positive(),
    title: text,
    content: text,
    /** 推广范围 as printed. */
    scopeText: text,
    /** 负责单位 as printed: evidence of responsibility points into it. */
    agenciesText: text,
    /** Sorts items by publisher, batch and number, in one comparison. */
    position: text,
    /** Sorts titles as a Chinese reader does, by their pinyin. */
    titlePinyin: text,
    agencyCount: z.int().nonnegative(),
  }),
  Agency: z.strictObject({
    id: text,
    name: text,
    aliases,
    kind: z.enum(AGENCY_KINDS),
    level: z.enum(AGENCY_LEVELS),
    pinyin,
  }),
  PilotZone: z.strictObject({ id: text, name: text, aliases, kind: z.enum(PILOT_ZONE_KINDS), pinyin }),
  Theme: z.strictObject({ id: text, name: text, aliases, pinyin }),
  Region: z.strictObject({ id: text, name: text, aliases }),
  Batch: z.strictObject({
    id: text,
    code: text,
    number: z.int().positive(),
    title: text,
    publisher: text,
    fileName: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
} satisfies Record<Label, z.ZodType>;

export type NodeOf<L extends Label> = z.infer<(typeof nodeSchemas)[L]>;
export type ReformItemNode = NodeOf<'ReformItem'>;
export type AgencyNode = NodeOf<'Agency'>;
export type PilotZoneNode = NodeOf<'PilotZone'>;
export type ThemeNode = NodeOf<'Theme'>;
export type RegionNode = NodeOf<'Region'>;
export type BatchNode = NodeOf<'Batch'>;
export type AnyNode = NodeOf<Label>;
