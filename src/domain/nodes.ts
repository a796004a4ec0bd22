import { z } from 'zod';
import {
  APPROXIMATIONS,
  DATE_PARTS,
  DATE_PRECISIONS,
  FIRST_KINDS,
  FIRST_SCOPES,
  MILESTONE_KINDS,
  ORGANIZATION_KINDS,
} from './facts.ts';
import type { Label } from './model.ts';

const text = z.string().min(1);
const aliases = z.array(text);
/** Sorts names in the order that a Chinese reader expects. */
const pinyin = text;
/** Sorts items, and their facts in reading order, by publisher, batch, number and place in one comparison. */
const position = text;
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `2023-12-06`, `2023-12` or `2023`: with the precision of the text. */
const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

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
    position,
    /** Sorts titles by their pinyin, in the order that a Chinese reader expects. */
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
    /** The first and last day of the body's existence, both included; absent if open or unknown. */
    validFrom: isoDate.optional(),
    validTo: isoDate.optional(),
    /** Three lists of equal length, oldest first, absent if there are none: name, first day or '', last day. */
    formerNames: z.array(text).optional(),
    formerNamesFrom: z.array(z.string()).optional(),
    formerNamesTo: z.array(isoDate).optional(),
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
    /** The day, if known. */
    published: isoDate.optional(),
    fileName: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  PolicyDocument: z.strictObject({ id: text, title: text, pinyin }),
  Organization: z.strictObject({ id: text, name: text, kind: z.enum(ORGANIZATION_KINDS), pinyin }),
  FirstClaim: z.strictObject({
    id: text,
    scope: z.enum(FIRST_SCOPES),
    kind: z.enum(FIRST_KINDS),
    subject: text,
    position,
  }),
  /** An optional property is absent, never null: neither engine stores nulls. */
  Figure: z.strictObject({
    id: text,
    /** In the unit itself: 1.21万标准箱 is 12100. */
    value: z.number(),
    unit: text,
    approximation: z.enum(APPROXIMATIONS),
    date: isoDate.optional(),
    position,
  }),
  Milestone: z.strictObject({
    id: text,
    date: isoDate,
    precision: z.enum(DATE_PRECISIONS),
    kind: z.enum(MILESTONE_KINDS),
    /** Only for an interval. */
    endDate: isoDate.optional(),
    part: z.enum(DATE_PARTS).optional(),
    event: text,
    /** The first and last day that the words may mean: 2023年6月底 is 2023-06-21 to 2023-06-30. */
    firstDay: isoDay,
    lastDay: isoDay,
    position,
  }),
} satisfies Record<Label, z.ZodType>;

export type NodeOf<L extends Label> = z.infer<(typeof nodeSchemas)[L]>;
export type ReformItemNode = NodeOf<'ReformItem'>;
export type AgencyNode = NodeOf<'Agency'>;
export type PilotZoneNode = NodeOf<'PilotZone'>;
export type ThemeNode = NodeOf<'Theme'>;
export type RegionNode = NodeOf<'Region'>;
export type BatchNode = NodeOf<'Batch'>;
export type FirstClaimNode = NodeOf<'FirstClaim'>;
export type FigureNode = NodeOf<'Figure'>;
export type MilestoneNode = NodeOf<'Milestone'>;
export type PolicyDocumentNode = NodeOf<'PolicyDocument'>;
export type OrganizationNode = NodeOf<'Organization'>;
export type AnyNode = NodeOf<Label>;
