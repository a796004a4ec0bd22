import { KeptRows } from '../../../src/snapshot/kept-rows.ts';

test('a list is made once, until there are too many rows: then all are made anew', () => {
  const kept = new KeptRows<string>(4);
  const made: number[] = [];
  const of = (key: number) =>
    kept.of(key, () => {
      made.push(key);
      return ['a', 'b'];
    });
  expect([of(1), of(1)]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
  of(2);
  of(1);
  expect(made).toEqual([1, 2]);
  // The two lists and their six rows with them are too many for a third.
  of(3);
  of(3);
  of(1);
  expect(made).toEqual([1, 2, 3, 1]);
});
