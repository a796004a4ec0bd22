import { registerEnumType } from 'type-graphql';
import {
  APPROXIMATIONS,
  DATE_PARTS,
  DATE_PRECISIONS,
  FIRST_KINDS,
  FIRST_SCOPES,
  MILESTONE_KINDS,
} from '../../domain/facts.ts';
import { enumOf } from '../../graphql/enum-of.ts';

export const FirstScopeEnum = enumOf(FIRST_SCOPES);
registerEnumType(FirstScopeEnum, {
  name: 'FirstScope',
  description: 'The scope of a first claim. 首创范围',
  valuesConfig: {
    GLOBAL: { description: 'In the world: 全球首单' },
    NATIONAL: { description: 'In the country: 全国首单, 在全国率先' },
    REGIONAL: { description: 'In a region of several provinces: 京津冀地区首个' },
    MUNICIPAL: { description: 'In the city: 天津市首单, 全市首家' },
    UNSPECIFIED: { description: 'The text gives no scope: 首单, 率先' },
  },
});

export const FirstKindEnum = enumOf(FIRST_KINDS);
registerEnumType(FirstKindEnum, {
  name: 'FirstKind',
  description: 'Whether it claims to be the first, or among the first. 首创类型',
  valuesConfig: {
    FIRST: { description: 'The first: 首个, 率先' },
    FIRST_BATCH: { description: 'Among the first: 首批' },
  },
});

export const ApproximationEnum = enumOf(APPROXIMATIONS);
registerEnumType(ApproximationEnum, {
  name: 'Approximation',
  description: 'How the true number compares with the printed one. 约数',
  valuesConfig: {
    EXACT: { description: 'As given: 116列 (等于)' },
    ABOVE: { description: 'More than given: 80余家, 超 600 户 (以上)' },
    BELOW: { description: 'Less than given: 近百亿元, 5 个工作日内 (以下)' },
    ABOUT: { description: 'More or less: 约, 左右' },
  },
});

export const DatePrecisionEnum = enumOf(DATE_PRECISIONS);
registerEnumType(DatePrecisionEnum, {
  name: 'DatePrecision',
  description: 'How precise a date is. 日期精度',
  valuesConfig: {
    DAY: { description: 'A day: 2023年12月6日' },
    MONTH: { description: 'A month: 2023年9月' },
    YEAR: { description: 'A year: 2021年' },
  },
});

export const MilestoneKindEnum = enumOf(MILESTONE_KINDS);
registerEnumType(MilestoneKindEnum, {
  name: 'MilestoneKind',
  description: 'How an event relates to its date. 时间类型',
  valuesConfig: {
    AT: { description: 'It happened then: 2023年8月，……正式开板' },
    UNTIL: { description: 'It is counted up to then: 截至2023年底' },
    INTERVAL: { description: 'It lasted from then to endDate: 自2023年3月至2023年年底' },
  },
});

export const DatePartEnum = enumOf(DATE_PARTS);
registerEnumType(DatePartEnum, {
  name: 'DatePart',
  description: 'The part of a month or year that a date names. 月末或年末',
  valuesConfig: { END: { description: 'The end of it: 2023年6月底, 2023年年底' } },
});
