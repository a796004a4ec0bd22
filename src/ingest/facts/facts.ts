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
  /** The words that prove it, at least one; the first is the one it is named after. */
  readonly spans: readonly Span[];
}

export interface FirstClaim extends Proved {
  readonly scope: FirstScope;
  readonly kind: FirstKind;
  /** What was first, without the claim's own words. */
  readonly subject: string;
}

export interface Figure extends Proved {
  /** In the unit itself: 1.21万标准箱 is 12100. */
  readonly value: number;
  readonly unit: string;
  readonly approximation: Approximation;
  /** ISO, as precise as the sentence gives it. */
  readonly date?: string;
}

export interface Milestone extends Proved {
  /** ISO, as precise as the text; of an interval its beginning. */
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
  /** Without its outer marks. */
  readonly title: string;
}

export interface MentionedOrganization extends Proved {
  /** The full name where the text gives it. */
  readonly name: string;
  readonly kind: OrganizationKind;
  /** Other names that the text itself joins to it. */
  readonly shortNames: readonly string[];
}

export interface MentionedAgency extends Proved {
  /** Canonical where the vocabulary of agencies has it, else as printed. */
  readonly name: string;
}

/** What the title and content of one item say, by kind, each in reading order. */
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
