import { type Condition, clause } from '../../src/domain/clause-algebra.ts';

/** Conditions of every kind on the real bulletin, by what they ask for. */
export const CONDITIONS: Readonly<Record<string, Condition | null>> = {
  'no filter': null,
  'a filter that asks for nothing': clause({}),
  'a filter that nothing meets': [],
  'linked to all': clause({ linkedToAll: ['Agency:天津市商务局', 'Agency:天津海关'] }),
  'linked to all, one unknown': clause({ linkedToAll: ['Agency:天津市商务局', 'Agency:无此单位'] }),
  'linked to any of each': clause({
    linkedToAny: [
      ['PilotZone:东疆片区', 'PilotZone:机场片区'],
      ['Theme:融资租赁', 'Theme:政务服务', 'Theme:无此主题'],
    ],
  }),
  'linked to any of none': clause({ linkedToAny: [[]] }),
  'linked to none': clause({ linkedToNone: ['Region:天津市', 'PilotZone:天津自贸试验区'] }),
  'linked to the batch': clause({ linkedToAll: ['Batch:tj-7'], linkedToNone: ['Batch:tj-8'] }),
  'contains all': clause({ containsAll: ['gpt', '高新区'] }),
  'contains none': clause({ containsNone: ['创新', '天津'] }),
  'two agencies or more': clause({ minAgencies: 2 }),
  'one zone, two themes': clause({ minZones: 1, maxZones: 1, minThemes: 2, maxThemes: 2 }),
  'no zone': clause({ maxZones: 0 }),
  'either of two': [
    ...clause({ containsAll: ['rcep'] }),
    ...clause({ linkedToAll: ['Agency:天津海关'], maxAgencies: 1 }),
  ],
};
