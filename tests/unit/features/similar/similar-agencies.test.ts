import fc from 'fast-check';
import { similarAgencies } from '../../../../src/features/similar/similar-agencies.ts';
import { byText } from '../../../support/random-graphs.ts';
import {
  AGENCIES,
  DOMAINS,
  type PlainItem,
  plainItems,
  snapshotOfItems,
  THEMES,
  ZONES,
} from '../../../support/random-items.ts';
import { bulletinSnapshot, indexOf } from '../../../support/snapshots.ts';
import { shareOf } from './plain-texts.ts';

type Similar = ReturnType<typeof similarAgencies>[number];
const valuesOf = ({ parts }: Similar) =>
  Object.fromEntries(parts.map(({ aspect, value }) => [aspect, value]));

/** The sum of the smaller counts over the sum of the larger counts. */
function overlap(ids: readonly string[], one: (id: string) => number, other: (id: string) => number): number {
  const smaller = ids.reduce((sum, id) => sum + Math.min(one(id), other(id)), 0);
  const larger = ids.reduce((sum, id) => sum + Math.max(one(id), other(id)), 0);
  return larger === 0 ? 0 : smaller / larger;
}

function plainParts(items: readonly PlainItem[], one: string, other: string) {
  const of = (agency: string): PlainItem[] => items.filter(({ agencies }) => agencies.includes(agency));
  const counts = (agency: string, kind: 'themes' | 'zones') => (id: string) =>
    of(agency).filter((item) => item[kind].includes(id)).length;
  const share = (kind: 'themes' | 'zones', ids: readonly string[]): number =>
    overlap(ids, counts(one, kind), counts(other, kind));
  return {
    THEMES: share('themes', [...THEMES, ...DOMAINS]),
    ZONES: share('zones', ZONES),
    ITEMS: shareOf(of(one), of(other)),
  };
}
const plainScore = ({ THEMES: themes, ZONES: zones, ITEMS: items }: ReturnType<typeof plainParts>): number =>
  0.6 * themes + 0.25 * zones + 0.15 * items;

const ask = (items: readonly PlainItem[], agency: string, first = 100): Similar[] => {
  const snapshot = snapshotOfItems(items);
  return similarAgencies(snapshot, indexOf(snapshot, agency), first);
};

describe('agencies similar to a random one', () => {
  test('are all others that share anything with it, best first, then by id', () => {
    fc.assert(
      fc.property(plainItems, fc.constantFrom(...AGENCIES), (items, agency) => {
        const found = ask(items, agency);
        const expected = AGENCIES.filter((other) => other !== agency)
          .map((other) => ({ id: other, parts: plainParts(items, agency, other) }))
          .filter(({ parts }) => plainScore(parts) > 0);
        expect(found.map((each) => each.agency.id).sort()).toEqual(expected.map(({ id }) => id).sort());
        for (const { id, parts } of expected) {
          const each = found.find((one) => one.agency.id === id) as Similar;
          for (const [aspect, value] of Object.entries(parts))
            expect(valuesOf(each)[aspect]).toBeCloseTo(value, 12);
          expect(each.score).toBeCloseTo(plainScore(parts), 12);
        }
        const order = [...found].sort((a, b) => b.score - a.score || byText(a.agency.id, b.agency.id));
        expect(found.map((each) => each.agency.id)).toEqual(order.map((each) => each.agency.id));
      }),
      { numRuns: 300 },
    );
  });

  test('have the same score in both directions, and come with the shared themes and zones', () => {
    fc.assert(
      fc.property(plainItems, fc.constantFrom(...AGENCIES), (items, agency) => {
        const of = (id: string, kind: 'themes' | 'zones'): Set<string> =>
          new Set(items.filter(({ agencies }) => agencies.includes(id)).flatMap((item) => item[kind]));
        for (const there of ask(items, agency)) {
          const back = ask(items, there.agency.id).find((each) => each.agency.id === agency);
          expect(back && valuesOf(back)).toEqual(valuesOf(there));
          for (const [kind, shared] of [
            ['themes', there.sharedThemes],
            ['zones', there.sharedZones],
          ] as const) {
            const both = [...of(agency, kind)].filter((id) => of(there.agency.id, kind).has(id)).sort(byText);
            expect(shared.map(({ id }) => id)).toEqual(both);
          }
        }
      }),
    );
  });

  test('are at most the requested number', () => {
    fc.assert(
      fc.property(plainItems, fc.integer({ min: 1, max: 3 }), (items, first) => {
        expect(ask(items, 'Agency:甲', first)).toEqual(ask(items, 'Agency:甲').slice(0, first));
      }),
    );
  });
});

describe('similar agencies of the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const like = (name: string): Similar[] =>
    similarAgencies(snapshot, indexOf(snapshot, `Agency:${name}`), 50);

  test('天津海关 and 天津市商务局', () => {
    const [first] = like('天津海关');
    expect(first?.agency.name).toBe('天津市商务局');
    // Themes of 海关 (2 3 4 7): 通关监管 2, 中欧班列 1, 二手车出口 2. Of 商务局 (4 6 7 17 42): 中欧班列 1, 二手车出口 2, 跨境电商 1, 绿色金融 1, 碳交易 1,
    // 大宗商品交易 1, 行政审批改革 1. Smaller counts 3, larger ones 10. Zones of 海关: 东疆 2. Of 商务局: 东疆 2, 生态城 1, 天津自贸试验区 2. Smaller
    // 2, larger 5. Items: 2 of 7.
    expect(first?.parts.map(({ aspect, value, weight }) => [aspect, value, weight])).toEqual([
      ['THEMES', 3 / 10, 0.6],
      ['ZONES', 2 / 5, 0.25],
      ['ITEMS', 2 / 7, 0.15],
    ]);
    expect(first?.score).toBeCloseTo(0.18 + 0.1 + (0.15 * 2) / 7, 12);
    expect(first?.sharedThemes.map(({ name }) => name)).toEqual(['中欧班列', '二手车出口']);
    expect(first?.sharedZones.map(({ name }) => name)).toEqual(['东疆片区']);
  });

  test('three agencies share only item 32: full similarity except for zones, which the item lacks', () => {
    const found = like('天津市工信局').slice(0, 2);
    expect(found.map(({ agency, score }) => [agency.name, score])).toEqual([
      ['天津市城管委', 0.75],
      ['天津市水务局', 0.75],
    ]);
  });

  test('no agency is similar to 天津海事局: its only item has its own theme and no zone', () => {
    expect(like('天津海事局')).toEqual([]);
  });

  test('no agency is similar to a node that is not an agency', () => {
    expect(similarAgencies(snapshot, indexOf(snapshot, 'Theme:RCEP'), 5)).toEqual([]);
  });
});
