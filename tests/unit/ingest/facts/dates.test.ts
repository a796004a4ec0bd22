import fc from 'fast-check';
import { toIso } from '../../../../src/ingest/facts/calendar.ts';
import { findDates } from '../../../../src/ingest/facts/find-dates.ts';
import { vocabulary } from './fact-reading.ts';

const rules = vocabulary.facts.dates;
/** `KIND date until part 「words」` of each date in a text. */
const read = (text: string): string[] =>
  findDates(text, rules).map(({ kind, date, until, start, end, inName }) =>
    [
      inName ? 'NAME' : kind,
      toIso(date),
      ...(until ? [toIso(until)] : []),
      ...((until ?? date).part ? ['END'] : []),
      text.slice(start, end),
    ].join(' '),
  );

describe('the date forms of the bulletin', () => {
  test.each([
    ['2021年，中欧班列', ['AT 2021 2021年']],
    ['截至2023年底，累计', ['UNTIL 2023 END 截至2023年底']],
    ['2023年3月，建信。5月，该业务', ['AT 2023-03 2023年3月', 'AT 2023-05 5月']],
    ['2023年12月6日，中合', ['AT 2023-12-06 2023年12月6日']],
    ['2023 年，区内', ['AT 2023 2023 年']],
    ['截至 2023 年 12 月 31 日，中化', ['UNTIL 2023-12-31 截至 2023 年 12 月 31 日']],
    ['2023年7月19日，经过。据此，10月26日，该', ['AT 2023-07-19 2023年7月19日', 'AT 2023-10-26 10月26日']],
    ['自2023年3月至2023年年底，累计', ['INTERVAL 2023-03 2023 END 自2023年3月至2023年年底']],
    ['2023 年 9 月，天津', ['AT 2023-09 2023 年 9 月']],
    ['2023 年底平台上线以来', ['AT 2023 END 2023 年底']],
    ['2023年6月底，依托', ['AT 2023-06 END 2023年6月底']],
    ['于 2023 年 9 月 1 日正式', ['AT 2023-09-01 2023 年 9 月 1 日']],
    ['在2023年滨海基金小镇投融资行业峰会上', ['NAME 2023 2023年']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('other date forms', () => {
  test.each<[string, string[]]>([
    ['2021—2023年', ['INTERVAL 2021 2023 2021—2023年']],
    ['2021年至2023年', ['INTERVAL 2021 2023 2021年至2023年']],
    ['2023年1至6月', ['INTERVAL 2023-01 2023-06 2023年1至6月']],
    ['2022年3月至5月', ['INTERVAL 2022-03 2022-05 2022年3月至5月']],
    ['2023年5月6日至8日', ['INTERVAL 2023-05-06 2023-05-08 2023年5月6日至8日']],
    ['2022年12月，次年3月底', ['AT 2022-12 2022年12月', 'AT 2023-03 END 次年3月底']],
    ['2022年5月，同年9月', ['AT 2022-05 2022年5月', 'AT 2022-09 同年9月']],
    ['二〇二三年十二月六日', ['AT 2023-12-06 二〇二三年十二月六日']],
    ['2023-12-06 发布', ['AT 2023-12-06 2023-12-06']],
    ['到2025年底，建成', ['UNTIL 2025 END 到2025年底']],
    ['自2023年3月起', ['AT 2023-03 2023年3月']],
    ['2023年举办世界智能大会', ['AT 2023 2023年']],
    ['2024年2月29日', ['AT 2024-02-29 2024年2月29日']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    '5月，该业务', // the year is unknown
    '2023年13月',
    '2023年2月29日',
    '3个月',
    '2021号文',
    '12023年',
    'A2023年',
    '第12月',
  ])('%s is not a date', (text) => {
    expect(read(text)).toEqual([]);
  });
});

const day = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

test('reads every day of the calendar, with or without spaces', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('', ' '), (date, space) => {
      const [iso = ''] = date.toISOString().split('T');
      const [year, month, number] = iso.split('-').map(Number);
      const words = [year, '年', month, '月', number, '日'].join(space);
      expect(read(`天津${space}${words}${space}设立`)).toEqual([`AT ${iso} ${words}`]);
    }),
  );
});

test('gives the right position of a date in any text', () => {
  const pieces = [
    '2023年',
    '3月',
    '6日',
    '底',
    '至',
    '自',
    '截至',
    ' ',
    '，',
    '。',
    '12',
    '年',
    '月',
    '天津',
    '同年',
    '2021',
    '-',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (list) => {
      const text = list.join('');
      let end = 0;
      for (const found of findDates(text, rules)) {
        expect(found.start).toBeGreaterThanOrEqual(end);
        expect(found.end).toBeGreaterThan(found.start);
        expect(text.slice(found.start, found.end)).toMatch(/\d/);
        end = found.end;
      }
    }),
    { numRuns: 1000 },
  );
});
