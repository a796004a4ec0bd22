import fc from 'fast-check';
import { Degrees } from '../../../../src/graphql/cost/degrees.ts';

const degrees = new Degrees([2, 0, 5, 2, 1]);

test.each([
  [0, undefined, 0],
  [1, undefined, 5],
  [2, undefined, 7],
  [4, undefined, 10],
  [100, undefined, 10],
  [1, 3, 3],
  [3, 3, 7],
  [3, 1, 3],
  [3, 0, 0],
])('%d nodes, with each count capped at %p, have at most this sum: %d', (nodes, cap, most) => {
  expect(degrees.most(nodes, cap)).toBe(most);
});

test('degrees made of parts equal those of all their nodes together', () => {
  const all = new Degrees([3], [new Degrees([2, 0, 5]), new Degrees([]), new Degrees([2, 1])]);
  const same = new Degrees([3, 2, 0, 5, 2, 1]);
  for (const nodes of [0, 1, 3, 6, 7]) {
    expect(all.most(nodes)).toBe(same.most(nodes));
    expect(all.likely(nodes)).toBe(same.likely(nodes));
  }
});

test('the likely sum lies between the highest and the average sum, and is exact for all nodes', () => {
  expect(degrees.likely(1)).toBeCloseTo(Math.sqrt(5 * 2));
  expect(degrees.likely(2)).toBeCloseTo(Math.sqrt(7 * 4));
  expect(degrees.likely(5)).toBe(10);
  expect(degrees.likely(100)).toBe(10);
  expect(new Degrees([]).likely(3)).toBe(0);
});

test('the greatest degree, and the greatest of no nodes', () => {
  expect(degrees.greatest).toBe(5);
  expect(new Degrees([]).greatest).toBe(0);
  expect(new Degrees([0, 0]).most(2)).toBe(0);
});

test('no choice of this number of nodes has a higher sum, and one reaches it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 12 }), fc.nat(14), fc.nat(10), (list, nodes, cap) => {
      const capped = list.map((degree) => Math.min(degree, cap)).sort((a, b) => b - a);
      const expected = capped.slice(0, nodes).reduce((sum, degree) => sum + degree, 0);
      expect(new Degrees(list).most(nodes, cap)).toBe(expected);
    }),
    { seed: 15 },
  );
});
