/**
 * The vocabulary of facts: what a bulletin's text says beside its columns. The values are those of the GraphQL enums
 * and of the annotations by hand (tests/fixtures/facts/).
 */

/** How far a first reaches. 全球首单; 全国首单; 京津冀地区首个; 天津市首单, 全市首家; 首单 with no place said. */
export const FIRST_SCOPES = ['GLOBAL', 'NATIONAL', 'REGIONAL', 'MUNICIPAL', 'UNSPECIFIED'] as const;
export type FirstScope = (typeof FIRST_SCOPES)[number];

/** 首批 says of several that they were the first together. */
export const FIRST_KINDS = ['FIRST', 'FIRST_BATCH'] as const;
export type FirstKind = (typeof FIRST_KINDS)[number];

/** 510家 is exact; 80余家, 超 600 户 are above; 近百亿元, 5 个工作日内 are below; 约 is about. */
export const APPROXIMATIONS = ['EXACT', 'ABOVE', 'BELOW', 'ABOUT'] as const;
export type Approximation = (typeof APPROXIMATIONS)[number];

/** How precise a date is: `2023-12-06`, `2023-12`, `2023`. */
export const DATE_PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** 2023年3月 is at; 截至2023年底 is until; 自2023年3月至2023年年底 is an interval. */
export const MILESTONE_KINDS = ['AT', 'UNTIL', 'INTERVAL'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** The end of the month or year that a date names: 2023年6月底. */
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
