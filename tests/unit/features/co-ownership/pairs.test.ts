import fc from 'fast-check';
import { clause } from '../../../../src/domain/clause-algebra.ts';
import { coOwnersOf, coOwnersOfAgency } from '../../../../src/features/co-ownership/pairs.ts';
import { handRead } from '../../../support/hand-read.ts';
import { byText } from '../../../support/random-graphs.ts';
import { AGENCIES, type PlainItem, plainItems, snapshotOfItems } from '../../../support/random-items.ts';
import { bulletinSnapshot, idsOf, indexOf, matchingItems, numbersOf } from '../../../support/snapshots.ts';

/** Every two agencies with their common items, counted pair by pair. */
function plainPairs(items: readonly PlainItem[]) {
  const agencies = [...AGENCIES].sort(byText);
  const of = (agency: string): string[] =>
    items.filter((item) => item.agencies.includes(agency)).map(({ id }) => id);
  return agencies
    .flatMap((a, index) =>
      agencies.slice(index + 1).map((b) => {
        const shared = of(a).filter((id) => of(b).includes(id));
        return { a, b, items: shared, jaccard: shared.length / new Set([...of(a), ...of(b)]).size };
      }),
    )
    .filter((pair) => pair.items.length > 0)
    .sort((x, y) => y.items.length - x.items.length || byText(x.a, y.a) || byText(x.b, y.b));
}

test('the pairs of random items come most shared first, then by ids, with their items in item order', () => {
  fc.assert(
    fc.property(plainItems, (items) => {
      const snapshot = snapshotOfItems(items);
      const owners = coOwnersOf(snapshot, matchingItems(snapshot, null));
      const found = owners.pairs.map((pair) => ({
        a: snapshot.node(pair.a).id,
        b: snapshot.node(pair.b).id,
        items: idsOf(snapshot, pair.items),
        jaccard: pair.jaccard,
      }));
      expect(found).toEqual(plainPairs(items));
    }),
    { numRuns: 300 },
  );
});

test('returns the items of each agency with items, and of no other', () => {
  fc.assert(
    fc.property(plainItems, (items) => {
      const snapshot = snapshotOfItems(items);
      const { itemsOf } = coOwnersOf(snapshot, matchingItems(snapshot, null));
      const found = [...itemsOf].map(([nodeIndex, own]): [string, string[]] => [
        snapshot.node(nodeIndex).id,
        idsOf(snapshot, own),
      ]);
      const expected = AGENCIES.map((agency): [string, string[]] => [
        agency,
        items.filter(({ agencies }) => agencies.includes(agency)).map(({ id }) => id),
      ]).filter(([, own]) => own.length > 0);
      expect(new Map(found)).toEqual(new Map(expected));
    }),
  );
});

test('the partners of one agency are those of its pairs', () => {
  fc.assert(
    fc.property(plainItems, fc.constantFrom(...AGENCIES), (items, agency) => {
      const snapshot = snapshotOfItems(items);
      const found = coOwnersOfAgency(snapshot, indexOf(snapshot, agency)).map(
        ({ nodeIndex, items: shared }) => [snapshot.node(nodeIndex).id, idsOf(snapshot, shared)] as const,
      );
      const expected = plainPairs(items)
        .filter(({ a, b }) => a === agency || b === agency)
        .map((pair) => [pair.a === agency ? pair.b : pair.a, pair.items] as const);
      expect(found).toHaveLength(expected.length);
      expect(new Map(found)).toEqual(new Map(expected));
    }),
  );
});

describe('in the bulletin', () => {
  const snapshot = bulletinSnapshot();
  const owners = coOwnersOf(snapshot, matchingItems(snapshot, null));
  const named = (nodeIndex: number): string => snapshot.nodeOf('Agency', nodeIndex).name;

  test('finds the 19 pairs that were found by hand', () => {
    const found = owners.pairs.map(({ a, b, items }) => ({
      agencies: [named(a), named(b)].sort(byText).join(),
      items: numbersOf(snapshot, items),
    }));
    const expected = handRead.pairs.map(({ agencies, items }) => ({
      agencies: [...agencies].sort(byText).join(),
      items: [...items],
    }));
    const order = (x: { agencies: string }, y: { agencies: string }): number =>
      byText(x.agencies, y.agencies);
    expect(found.sort(order)).toEqual(expected.sort(order));
  });

  test('lists the pair with two shared items first: two of the seven items of both', () => {
    const [first] = owners.pairs;
    if (first === undefined) throw new Error('there are pairs');
    expect([named(first.a), named(first.b)]).toEqual(['天津市商务局', '天津海关']);
    // 商务局 has 4 6 7 17 42, 海关 has 2 3 4 7: seven different items.
    expect(first.jaccard).toBe(2 / 7);
  });

  test('finds two pairs within the items of 京津冀, from items 33 and 35', () => {
    const some = coOwnersOf(snapshot, matchingItems(snapshot, clause({ linkedToAll: ['Region:京津冀'] })));
    expect(some.pairs.map(({ a, b, items }) => [named(a), named(b), numbersOf(snapshot, items)])).toEqual([
      ['天津市公安局', '天津自贸试验区管委会', [35]],
      ['天津市市场监管委', '天津自贸试验区管委会', [33]],
    ]);
    // 管委会 has 33 35 43 of these items, 公安局 has 35.
    expect(some.pairs.map(({ jaccard }) => jaccard)).toEqual([1 / 3, 1 / 3]);
  });

  test('finds only 天津市商务局 for 天津海关, by items 4 and 7, and no agency for 天津市人社局', () => {
    const [only, ...others] = coOwnersOfAgency(snapshot, indexOf(snapshot, 'Agency:天津海关'));
    expect([named(only?.nodeIndex ?? -1), numbersOf(snapshot, only?.items ?? []), others]).toEqual([
      '天津市商务局',
      [4, 7],
      [],
    ]);
    expect(coOwnersOfAgency(snapshot, indexOf(snapshot, 'Agency:天津市人社局'))).toEqual([]);
  });
});
