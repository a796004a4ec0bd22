import { RowCache } from '../../../src/snapshot/row-cache.ts';

test('caches a value by its key', () => {
  const kept = new RowCache<number, string>(100);
  expect(kept.of(1)).toBeUndefined();
  kept.keep(1, 'two rows', 2);
  expect([kept.of(1), kept.of(2)]).toEqual(['two rows', undefined]);
});

test('drops all values if they have too many rows', () => {
  const kept = new RowCache<number, string>(4);
  kept.keep(1, 'a', 2);
  kept.keep(2, 'b', 2);
  expect(kept.of(1)).toBe('a');
  // Two values and their four rows exceed the limit of four.
  kept.keep(3, 'c', 1);
  expect([kept.of(1), kept.of(2), kept.of(3)]).toEqual([undefined, undefined, 'c']);
});

test('does not cache a value with very many rows, and drops no other value for it', () => {
  const kept = new RowCache<number, string>(4);
  kept.keep(1, 'a', 4);
  kept.keep(2, 'b', 501);
  expect([kept.of(1), kept.of(2)]).toEqual(['a', undefined]);
});
