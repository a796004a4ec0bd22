import { groupBy } from '../../../src/domain/group-by.ts';

test('keys keep the order of their first value, and values keep the input order', () => {
  const groups = groupBy(['乙1', '甲1', '乙2', '丙1', '甲2'], (text) => text.charAt(0));
  expect([...groups]).toEqual([
    ['乙', ['乙1', '乙2']],
    ['甲', ['甲1', '甲2']],
    ['丙', ['丙1']],
  ]);
});

test('an empty input has no groups', () => {
  expect(groupBy([], String).size).toBe(0);
});
