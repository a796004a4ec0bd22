import { bytesOf } from '../../../src/graphql/bytes-of.ts';

test('counts each member of a list', () => {
  const [two, three] = [bytesOf([1, 2]), bytesOf([1, 2, 3])];
  expect(three - two).toBe(24);
});

test('counts the contents of the members too', () => {
  const members = (count: number) => [{ items: Array.from({ length: count }, (_, at) => at) }];
  expect(bytesOf(members(1000)) - bytesOf(members(0))).toBe(24_000);
});

test('stops at values that refer to themselves', () => {
  const self: unknown[] = [];
  self.push(self);
  expect(bytesOf(self)).toBeLessThan(1000);
});
