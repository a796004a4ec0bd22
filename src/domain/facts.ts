/**
 * The vocabulary of facts: the statements in a bulletin's text, besides its columns. The GraphQL enums and the manual
 * annotations (tests/fixtures/facts/) use the same values.
 */

/** The scope of a first, in this order: 全球首单; 全国首单; 京津冀地区首个; 天津市首单, 全市首家; 首单 without a place. */
export const FIRST_SCOPES = ['GLOBAL', 'NATIONAL', 'REGIONAL', 'MUNICIPAL', 'UNSPECIFIED'] as const;
export type FirstScope = (typeof FIRST_SCOPES)[number];

/** FIRST_BATCH (首批): several were the first together. */
export const FIRST_KINDS = ['FIRST', 'FIRST_BATCH'] as const;
export type FirstKind = (typeof FIRST_KINDS)[number];

/** 510家 is EXACT; 80余家, 超 600 户 are ABOVE; 近百亿元, 5 个工作日内 are BELOW; 约 is ABOUT. */
export const APPROXIMATIONS = ['EXACT', 'ABOVE', 'BELOW', 'ABOUT'] as const;
export type Approximation = (typeof APPROXIMATIONS)[number];

/** The precision of a date, in this order: `2023-12-06`, `2023-12`, `2023`. */
export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** 2023年3月 is AT; 截至2023年底 is UNTIL; 自2023年3月至2023年年底 is an INTERVAL. */
export const MILESTONE_KINDS = ['AT', 'UNTIL', 'INTERVAL'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** END is the end of the date's month or year: 2023年6月底. */
export const DATE_PARTS = ['END'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

export const ORGANIZATION_KINDS = [
  'COMPANY',
  'BANK',
  'COURT_OR_ARBITRATION',
  'INSTITUTE',
  'EXCHANGE',
  'PLATFORM',
  'ALLIANCE',
  'ASSOCIATION',
  'OTHER',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
