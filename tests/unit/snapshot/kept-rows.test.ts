import { KeptRows } from '../../../src/snapshot/kept-rows.ts';

const rows = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test('rows are kept by their number', () => {
  const kept = new KeptRows<number>(100);
  expect(kept.of(1)).toBeUndefined();
  expect(kept.keep(1, rows(2))).toEqual([0, 1]);
  expect(kept.of(1)).toEqual([0, 1]);
  expect(kept.of(2)).toBeUndefined();
});

test('all are dropped when there are too many', () => {
  const kept = new KeptRows<number>(4);
  kept.keep(1, rows(2));
  kept.keep(2, rows(2));
  expect(kept.of(1)).toEqual([0, 1]);
  // Two lists and their four rows are more than four already.
  kept.keep(3, rows(1));
  expect([kept.of(1), kept.of(2), kept.of(3)]).toEqual([undefined, undefined, [0]]);
});

test('a long list is not kept, and drops none', () => {
  const kept = new KeptRows<number>(4);
  kept.keep(1, rows(4));
  expect(kept.keep(2, rows(501))).toHaveLength(501);
  expect(kept.of(2)).toBeUndefined();
  expect(kept.of(1)).toEqual([0, 1, 2, 3]);
});
