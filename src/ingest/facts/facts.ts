import type { Span } from '../../domain/evidence.ts';
import type {
  Approximation,
  DatePart,
  DatePrecision,
  FirstKind,
  FirstScope,
  MilestoneKind,
  OrganizationKind,
} from '../../domain/facts.ts';

interface Proved {
  /** The places of the words that prove the fact, at least one. The id of a node comes from the first. */
  readonly spans: readonly Span[];
}

export interface FirstClaim extends Proved {
  readonly scope: FirstScope;
  readonly kind: FirstKind;
  /** The thing that was first, without the claim's own words. */
  readonly subject: string;
}

export interface Figure extends Proved {
  /** In single units: 1.21万标准箱 is 12100. */
  readonly value: number;
  readonly unit: string;
  readonly approximation: Approximation;
  /** ISO, as precise as the sentence gives it. */
  readonly date?: string;
}

export interface Milestone extends Proved {
  /** ISO, as precise as the text; for an interval, its start. */
  readonly date: string;
  readonly precision: DatePrecision;
  readonly kind: MilestoneKind;
  /** ISO: the end of an interval. */
  readonly endDate?: string;
  readonly part?: DatePart;
  /** The clause that the date belongs to. */
  readonly event: string;
}

export interface CitedDocument extends Proved {
  /** Without the outer 《》. */
  readonly title: string;
}

export interface MentionedOrganization extends Proved {
  /** The full name if the text gives it. */
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Other names that the text itself gives for the same organization. */
  readonly shortNames: readonly string[];
}

export interface MentionedAgency extends Proved {
  /** The canonical name if the vocabulary of agencies has one, else the name as printed. */
  readonly name: string;
}

/** The facts in the title and content of one item, by kind, each list in reading order. */
export interface ItemFacts {
  readonly firstClaims: readonly FirstClaim[];
  readonly figures: readonly Figure[];
  readonly milestones: readonly Milestone[];
  readonly documents: readonly CitedDocument[];
  readonly organizations: readonly MentionedOrganization[];
  readonly mentionedAgencies: readonly MentionedAgency[];
}
export type FactKind = keyof ItemFacts;
export const FACT_KINDS = [
  'firstClaims',
  'figures',
  'milestones',
  'documents',
  'organizations',
  'mentionedAgencies',
] as const satisfies readonly FactKind[];
