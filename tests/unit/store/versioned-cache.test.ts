import fc from 'fast-check';
import type { GraphStamp } from '../../../src/store/graph-version.ts';
import { VersionedCache } from '../../../src/store/versioned-cache.ts';

const ROWS = { rows: [1] };

test('returns a value at the same version, and nothing at another', () => {
  const cache = new VersionedCache<GraphStamp, object>(1e6, () => 1);
  cache.set('7 ', 'a', ROWS);
  expect(cache.get('7 ', 'a')).toBe(ROWS);
  expect([cache.get('6 ', 'a'), cache.get('8 ', 'a'), cache.get('7 ', 'b')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('returns nothing at the same version of a graph that was emptied and filled again', () => {
  const cache = new VersionedCache<GraphStamp, object>(1e6, () => 1);
  cache.set('7 2026-11-25T10:00:00.000Z', 'a', ROWS);
  expect(cache.get('7 2026-11-25T11:00:00.000Z', 'a')).toBeUndefined();
});

test('holds one version: a value of another version removes all others', () => {
  const cache = new VersionedCache<GraphStamp, object>(1e6, () => 1);
  cache.set('7 ', 'a', ROWS);
  cache.set('8 ', 'b', ROWS);
  expect([cache.get('7 ', 'a'), cache.get('8 ', 'a'), cache.get('8 ', 'b')]).toEqual([
    undefined,
    undefined,
    ROWS,
  ]);
  // Also an earlier version: a graph can be emptied and filled again.
  cache.set('1 ', 'c', ROWS);
  expect([cache.get('8 ', 'b'), cache.get('1 ', 'c')]).toEqual([undefined, ROWS]);
});

test('a cache of size 0 stores nothing', () => {
  const cache = new VersionedCache<GraphStamp, object>(0, () => 1);
  cache.set('7 ', 'a', ROWS);
  expect(cache.get('7 ', 'a')).toBeUndefined();
});

test('limits the size of its values: keeps the most recently used, and never stores one that is too large', () => {
  const bytes = 100_000;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
      const cache = new VersionedCache<GraphStamp, { size: number }>(bytes, ({ size }) => size);
      for (const [index, size] of sizes.entries()) cache.set('1 ', String(index), { size });
      const kept = sizes.flatMap((size, index) => (cache.get('1 ', String(index)) ? [{ index, size }] : []));
      expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(bytes);
      const last = sizes.at(-1) as number;
      // An entry takes about 200 bytes besides its value.
      if (last < bytes - 300) expect(kept.at(-1)?.index).toBe(sizes.length - 1);
      expect(kept.every(({ size }) => size < bytes)).toBe(true);
    }),
  );
});
