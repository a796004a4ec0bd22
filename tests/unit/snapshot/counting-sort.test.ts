import fc from 'fast-check';
import { countingSort } from '../../../src/snapshot/storage/counting-sort.ts';
import { runToEnd } from '../../../src/snapshot/time-slices.ts';

const RUNS = { seed: 20_240_507 };
const sorted = (items: readonly number[], keyOf: (item: number) => number, keyCount: number): number[] => [
  ...runToEnd(countingSort(Uint32Array.from(items), keyOf, keyCount)),
];

describe('counting sort', () => {
  test('sorts items by key, and keeps the order of equal keys', () => {
    const keys = fc.array(fc.nat(6), { maxLength: 40 });
    fc.assert(
      fc.property(keys, fc.nat(100), (keyOf, from) => {
        // Numbers that differ from their positions, each once.
        const items = keyOf.map((_, at) => from + ((at * 7) % keyOf.length));
        const key = (item: number): number => keyOf[item - from] as number;
        // Array.prototype.sort is stable.
        expect(sorted(items, key, 7)).toEqual([...items].sort((a, b) => key(a) - key(b)));
      }),
      RUNS,
    );
  });

  test('sorts by several keys if it sorts by the last key first and by the first key last', () => {
    const rows = fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(4)), { maxLength: 60 });
    fc.assert(
      fc.property(rows, (all) => {
        let items = [...all.keys()];
        for (const at of [2, 1, 0]) items = sorted(items, (item) => all[item]?.[at] as number, 5);
        const inOrder = items.map((item) => all[item]);
        expect(inOrder).toEqual([...all].sort(([a, b, c], [x, y, z]) => a - x || b - y || c - z));
      }),
      RUNS,
    );
  });

  test('sorts thousands of items with thousands of keys in steps, and does not change its input', () => {
    const items = Uint32Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 20_000);
    const before = [...items];
    const work = countingSort(items, (item) => 19_999 - item, 20_000);
    let stops = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) stops += 1;
    expect([...step.value]).toEqual(Array.from({ length: 20_000 }, (_, at) => 19_999 - at));
    expect(stops).toBeGreaterThan(9);
    expect([...items]).toEqual(before);
  });

  test('returns nothing for an empty input', () => {
    expect(sorted([], () => 0, 0)).toEqual([]);
  });
});
