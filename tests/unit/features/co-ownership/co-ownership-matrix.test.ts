import fc from 'fast-check';
import type { ReformItemNode } from '../../../../src/domain/nodes.ts';
import { CoOwnershipTable } from '../../../../src/features/co-ownership/co-ownership-matrix.ts';
import { handRead } from '../../../support/hand-read.ts';
import { byText } from '../../../support/random-graphs.ts';
import { AGENCIES, type PlainItem, plainItems, snapshotOfItems } from '../../../support/random-items.ts';
import { bulletinSnapshot, indexOf, matchingItems } from '../../../support/snapshots.ts';

const sharedBy = (items: readonly PlainItem[], a: string, b: string): number =>
  items.filter(({ agencies }) => agencies.includes(a) && agencies.includes(b)).length;

/** The chosen agencies, or the maximum number of agencies if none are chosen. */
const questions = fc.record({
  chosen: fc.option(fc.shuffledSubarray(AGENCIES), { nil: undefined }),
  most: fc.integer({ min: 1, max: 5 }),
});

describe('the matrix of random items', () => {
  const ask = (items: readonly PlainItem[], chosen: readonly string[] | undefined, most: number) => {
    const snapshot = snapshotOfItems(items);
    const nodeIndexes = chosen?.map((id) => indexOf(snapshot, id));
    return new CoOwnershipTable(snapshot, matchingItems(snapshot, null), nodeIndexes, most);
  };

  test('counts the items that two agencies share, and on the diagonal the items of each agency', () => {
    fc.assert(
      fc.property(plainItems, questions, (items, { chosen, most }) => {
        const table = ask(items, chosen, most);
        const ids = table.agencies.map(({ id }) => id);
        expect(table.counts).toEqual(ids.map((a) => ids.map((b) => sharedBy(items, a, b))));
      }),
    );
  });

  test('contains the chosen agencies in their order, or those with most items', () => {
    fc.assert(
      fc.property(plainItems, questions, (items, { chosen, most }) => {
        const busy = AGENCIES.filter((agency) => sharedBy(items, agency, agency) > 0).sort(
          (a, b) => sharedBy(items, b, b) - sharedBy(items, a, a) || byText(a, b),
        );
        const table = ask(items, chosen, most);
        const expected = chosen ?? busy.slice(0, most);
        expect(table.agencies.map(({ id }) => id)).toEqual(expected);
        expect(table.omitted).toBe(busy.filter((agency) => !expected.includes(agency)).length);
      }),
    );
  });

  test('has a cell for each pair of its agencies with shared items, most shared first', () => {
    fc.assert(
      fc.property(plainItems, questions, (items, { chosen, most }) => {
        const table = ask(items, chosen, most);
        const ids = table.agencies.map(({ id }) => id).sort(byText);
        const expected = ids
          .flatMap((a, index) =>
            ids.slice(index + 1).map((b) => ({ ids: [a, b], shared: sharedBy(items, a, b) })),
          )
          .filter(({ shared }) => shared > 0)
          .sort((x, y) => y.shared - x.shared);
        expect(table.cellCount).toBe(expected.length);
        const found = table
          .cells(100)
          .map(({ agencies, sharedCount }) => ({ ids: agencies.map(({ id }) => id), shared: sharedCount }));
        expect(found).toEqual(expected);
        expect(table.cells(2)).toHaveLength(Math.min(2, expected.length));
      }),
    );
  });
});

describe('the matrix of the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const items = matchingItems(snapshot, null);
  const agency = (name: string): number => indexOf(snapshot, `Agency:${name}`);

  test('lists the agencies with most items first', () => {
    const table = new CoOwnershipTable(snapshot, items, undefined, 4);
    expect(table.agencies.map(({ name }) => name)).toEqual([
      '天津市政务服务办', // 9
      '天津市委金融办', // 7
      '天津市市场监管委', // 6
      '天津市商务局', // 5
    ]);
    // 政务服务办 and 市场监管委 share item 23; 金融办 and 商务局 share item 17.
    expect(table.counts).toEqual([
      [9, 0, 1, 0],
      [0, 7, 0, 1],
      [1, 0, 6, 0],
      [0, 1, 0, 5],
    ]);
    expect([table.omitted, table.cellCount]).toEqual([19, 2]);
  });

  test('for all agencies equals the manual count: the 19 pairs, twice, off the diagonal', () => {
    const table = new CoOwnershipTable(snapshot, items, undefined, 100);
    const names = table.agencies.map(({ name }) => name);
    for (const [a, first] of names.entries()) {
      for (const [b, second] of names.entries()) {
        const both = handRead.agencyItems[first]?.filter((n) => handRead.agencyItems[second]?.includes(n));
        expect([first, second, table.counts[a]?.[b]]).toEqual([first, second, both?.length]);
      }
    }
    expect([table.omitted, table.cellCount]).toEqual([0, 19]);
  });

  test('gives the shared items of any two agencies, in the table or not, in either order', async () => {
    const table = new CoOwnershipTable(snapshot, items, [agency('天津市公安局')], 100);
    expect(table.counts).toEqual([[2]]);
    expect(table.cells(5)).toEqual([]);
    for (const [row, column] of [
      ['天津海关', '天津市商务局'],
      ['天津市商务局', '天津海关'],
    ] as const) {
      const cell = table.cell(agency(row), agency(column));
      expect(cell).toMatchObject({ sharedCount: 2, jaccard: 2 / 7 });
      const shared = (await cell?.firstItems(10)) as ReformItemNode[];
      expect(shared.map(({ number }) => number)).toEqual([4, 7]);
      expect(await cell?.firstItems(1)).toHaveLength(1);
    }
  });

  test('gives nothing for two agencies that share nothing, nor for an agency with itself', () => {
    const table = new CoOwnershipTable(snapshot, items, undefined, 100);
    expect(table.cell(agency('天津海关'), agency('天津市公安局'))).toBeNull();
    expect(table.cell(agency('天津海关'), agency('天津海关'))).toBeNull();
  });
});
