import fc from 'fast-check';
import { daysOf } from '../../../src/domain/days.ts';

test.each([
  ['2023-12-06', undefined, '2023-12-06', '2023-12-06'],
  ['2023-09', undefined, '2023-09-01', '2023-09-30'],
  ['2024-02', undefined, '2024-02-01', '2024-02-29'],
  ['2023-02', undefined, '2023-02-01', '2023-02-28'],
  ['2021', undefined, '2021-01-01', '2021-12-31'],
  ['2023-06', 'END', '2023-06-21', '2023-06-30'], // 2023年6月底
  ['2023', 'END', '2023-12-01', '2023-12-31'], // 2023年底
  ['2023-12-31', 'END', '2023-12-31', '2023-12-31'],
] as const)('%s %s', (date, part, firstDay, lastDay) => {
  expect(daysOf(date, part)).toEqual({ firstDay, lastDay });
});

test.each([
  '2023-13',
  '2023-00',
  '2023-02-29',
  '2023-04-31',
  '2023-6',
  '23',
  '2023-06-30T00:00:00Z',
  'June',
  '',
])('%s is not a date', (date) => {
  expect(daysOf(date)).toBeNull();
});

test('a day lies within its month, and the month within its year', () => {
  const day = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const spans = [iso, iso.slice(0, 7), iso.slice(0, 4)].map((text) => daysOf(text));
      for (const [inner, outer] of [
        [spans[0], spans[1]],
        [spans[1], spans[2]],
      ]) {
        expect((inner?.firstDay ?? '') >= (outer?.firstDay ?? '~')).toBe(true);
        expect((inner?.lastDay ?? '~') <= (outer?.lastDay ?? '')).toBe(true);
      }
    }),
  );
});
