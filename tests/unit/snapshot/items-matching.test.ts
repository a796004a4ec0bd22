import fc from 'fast-check';
import { clause } from '../../../src/domain/clause-algebra.ts';
import type { ItemClause } from '../../../src/domain/item-clause.ts';
import { searchIndexOf } from '../../../src/features/search/search-index.ts';
import { handRead } from '../../support/hand-read.ts';
import { ALL_IDS, type PlainItem, plainItems, snapshotOfItems } from '../../support/random-items.ts';
import { bulletinSnapshot, idsOf, matchingItems, numbersOf } from '../../support/snapshots.ts';

/** Checks each condition of an ItemClause directly. */
function meets({ title, content, agencies, zones, themes, region, batch }: PlainItem, each: ItemClause) {
  const linked = [...agencies, ...zones, ...themes, ...region, ...batch];
  const contains = (words: string): boolean =>
    title.toLowerCase().includes(words) || content.toLowerCase().includes(words);
  const within = (list: readonly string[], least: number, most: number): boolean =>
    list.length >= least && list.length <= most;
  return (
    each.linkedToAll.every((id) => linked.includes(id)) &&
    each.linkedToAny.every((ids) => ids.some((id) => linked.includes(id))) &&
    each.linkedToNone.every((id) => !linked.includes(id)) &&
    each.containsAll.every(contains) &&
    each.containsNone.every((words) => !contains(words)) &&
    within(agencies, each.minAgencies, each.maxAgencies) &&
    within(zones, each.minZones, each.maxZones) &&
    within(themes, each.minThemes, each.maxThemes)
  );
}

const id = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...ALL_IDS) },
  { weight: 1, arbitrary: fc.constantFrom('Agency:无', 'ReformItem:tj-7-1', '') },
);
const words = fc.constantFrom('保理', '保', 'a', 'ab', 'b', '租赁', '赁保', '《租》', '没有');
/** Mostly empty, so that some items still match a clause with several kinds of conditions. */
const few = <T>(each: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(each, { maxLength: most }) },
  );
const least = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
const most = fc.oneof({ weight: 4, arbitrary: fc.constant(1_000_000) }, { weight: 1, arbitrary: fc.nat(3) });

const clauses: fc.Arbitrary<ItemClause[]> = fc.array(
  fc.record({
    linkedToAll: few(id, 2),
    linkedToAny: few(fc.array(id, { maxLength: 5 }), 2),
    linkedToNone: few(id, 2),
    containsAll: few(words, 2),
    containsNone: few(words, 2),
    minAgencies: least,
    maxAgencies: most,
    minZones: least,
    maxZones: most,
    minThemes: least,
    maxThemes: most,
  }),
  { maxLength: 3 },
);

const kept = (items: readonly PlainItem[], asked: readonly ItemClause[]): string[] =>
  items.filter((item) => asked.some((each) => meets(item, each))).map((item) => item.id);

test('the test clauses match no items, some items and all items', () => {
  const shares = fc
    .sample(fc.tuple(plainItems, clauses), { numRuns: 500, seed: 7 })
    .filter(([items]) => items.length > 3)
    .map(([items, asked]) => kept(items, asked).length / items.length);
  expect(shares.filter((share) => share === 0).length).toBeGreaterThan(50);
  expect(shares.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(100);
  expect(shares.filter((share) => share === 1).length).toBeGreaterThan(10);
});

test('keeps the items that match at least one clause, in the order of their positions', () => {
  fc.assert(
    fc.property(plainItems, clauses, (items, asked) => {
      const snapshot = snapshotOfItems(items);
      expect(idsOf(snapshot, matchingItems(snapshot, asked))).toEqual(kept(items, asked));
    }),
    { numRuns: 500 },
  );
});

test('keeps the same items once the texts are indexed', async () => {
  await fc.assert(
    fc.asyncProperty(plainItems, clauses, async (items, asked) => {
      const snapshot = snapshotOfItems(items);
      await searchIndexOf(snapshot);
      expect(idsOf(snapshot, matchingItems(snapshot, asked))).toEqual(kept(items, asked));
    }),
    { numRuns: 500 },
  );
});

test('finds words in hundreds of indexed items as it finds rare words', async () => {
  const item = (index: number): PlainItem => ({
    ...{ id: `ReformItem:tj-7-${index + 1}`, agencies: [], zones: [], themes: [], region: [], batch: [] },
    title: index % 2 === 0 ? '保理' : '租赁',
    content: index % 600 === 599 ? '保税' : '保险',
    documents: [],
  });
  const items = Array.from({ length: 1200 }, (_, index) => item(index));
  const snapshot = snapshotOfItems(items);
  await searchIndexOf(snapshot);
  const numbers = (part: Partial<ItemClause>) => numbersOf(snapshot, matchingItems(snapshot, clause(part)));
  const odd = Array.from({ length: 600 }, (_, index) => index * 2 + 1);
  expect(numbers({ containsAll: ['保理'] })).toEqual(odd);
  expect(numbers({ containsAll: ['保险', '保理'] })).toEqual(odd);
  expect(numbers({ containsAll: ['保险', '保税'] })).toEqual([]);
  expect(numbers({ containsAll: ['租赁', '保税'] })).toEqual([600, 1200]);
  expect(numbers({ containsAll: ['保'], containsNone: ['保险'] })).toEqual([600, 1200]);
  expect(numbers({ containsNone: ['租赁', '保税'] })).toEqual(odd);
});

test('null clauses keep all items', () => {
  fc.assert(
    fc.property(plainItems, (items) => {
      const snapshot = snapshotOfItems(items);
      expect(idsOf(snapshot, matchingItems(snapshot, null))).toEqual(items.map((item) => item.id));
    }),
  );
});

describe('on the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const meeting = (asked: readonly ItemClause[]): number[] =>
    numbersOf(snapshot, matchingItems(snapshot, asked));

  test.each<[string, Partial<ItemClause>, readonly number[]]>([
    ['both agencies', { linkedToAll: ['Agency:天津市商务局', 'Agency:天津海关'] }, [4, 7]],
    ['an agency that nobody knows', { linkedToAll: ['Agency:天津海关', 'Agency:无此单位'] }, []],
    ['京津冀', { linkedToAll: ['Region:京津冀'] }, handRead.jingjinji],
    [
      '京津冀, but not of 天津自贸试验区管委会',
      {
        linkedToAll: ['Region:京津冀'],
        linkedToNone: ['Agency:天津自贸试验区管委会'],
      },
      [1, 5, 25],
    ],
    // 东疆片区 has 4 7 8 9 22, 机场片区 5 27 28 29 30 31 40; 融资租赁 8 9, 政务服务 23 24 27 28 30 31 32 34
    [
      'one of two zones, and one of two themes',
      {
        linkedToAny: [
          ['PilotZone:东疆片区', 'PilotZone:机场片区'],
          ['Theme:融资租赁', 'Theme:政务服务', 'Theme:无此主题'],
        ],
      },
      [8, 9, 27, 28, 30, 31],
    ],
    ['any of none', { linkedToAny: [[]] }, []],
    ['the batch', { linkedToAll: ['Batch:tj-7'], linkedToNone: ['Batch:tj-8'], containsAll: ['gpt'] }, [26]],
    ['small letters for capital ones', { containsAll: ['rcep'] }, [40]],
    ['a text that is printed with blanks: 2023 年', { containsAll: ['2023年9月1日'] }, [40]],
    ['two agencies or more', { minAgencies: 2 }, handRead.itemsOwnedByTwoOrMore],
    ['three agencies at least', { minAgencies: 3 }, [17, 32]],
    ['no zone', { maxZones: 0 }, handRead.itemsWithoutZone],
    ['three themes', { minThemes: 3 }, [23, 28]],
    ['more of them than at most', { minAgencies: 2, maxAgencies: 1 }, []],
  ])('%s', (_name, part, expected) => {
    expect(meeting(clause(part))).toEqual(expected);
  });

  test('one of two clauses is enough, and an item that matches both appears once', () => {
    const either = [...clause({ linkedToAll: ['Agency:天津海关'] }), ...clause({ containsAll: ['二手车'] })];
    // 二手车 is in 4, 7 and 34
    expect(meeting(either)).toEqual([2, 3, 4, 7, 34]);
  });

  test('an empty list of clauses keeps nothing', () => {
    expect(meeting([])).toEqual([]);
  });
});
