import { factsOfKind, ITEMS, itemOf, saying } from './fact-reading.ts';

const milestonesOf = (item: Parameters<typeof factsOfKind>[0]): string[] =>
  factsOfKind(item, 'milestones').map(({ date, precision, kind, endDate, part, words }) =>
    [
      kind,
      precision,
      date,
      ...(endDate ? [endDate] : []),
      ...(part ? [part] : []),
      ...words.map((each) => `「${each}」`),
    ].join(' '),
  );

/** All dates of the seventh bulletin, read by hand. Items that are not listed give none. */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  4: ['AT YEAR 2021 「2021年」', 'UNTIL YEAR 2023 END 「截至2023年底」'],
  9: ['AT MONTH 2023-03 「2023年3月」', 'AT MONTH 2023-05 「5月」'],
  11: ['AT DAY 2023-12-06 「2023年12月6日」'],
  12: ['AT DAY 2023-12-07 「2023年12月7日」'],
  13: ['AT MONTH 2023-11 「2023年11月」'],
  14: ['AT DAY 2023-11-28 「2023年11月28日」'],
  17: ['AT YEAR 2023 「2023 年」'],
  18: ['UNTIL DAY 2023-12-31 「截至 2023 年 12 月 31 日」'],
  19: ['AT MONTH 2023-08 「2023年8月」'],
  20: ['AT DAY 2023-07-19 「2023年7月19日」', 'AT DAY 2023-10-26 「10月26日」'],
  23: ['INTERVAL MONTH 2023-03 2023 END 「自2023年3月至2023年年底」'],
  24: ['AT MONTH 2023-09 「2023 年 9 月」'],
  25: ['AT YEAR 2023 END 「2023 年底」'],
  27: ['AT DAY 2024-06-18 「2024年6月18日」'],
  32: ['AT MONTH 2023-06 END 「2023年6月底」'],
  37: ['AT MONTH 2022-03 「2022年3月」', 'AT MONTH 2023-03 「2023年3月」'],
  40: ['AT DAY 2023-09-01 「2023 年 9 月 1 日」'],
};

test('the table has 21 dates', () => {
  expect(Object.values(BY_ITEM).flat()).toHaveLength(21);
});

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(milestonesOf(itemOf(number))).toEqual(BY_ITEM[number] ?? []);
});

describe('the event of a date', () => {
  const events = (item: Parameters<typeof factsOfKind>[0]): string[] =>
    factsOfKind(item, 'milestones').map(({ event }) => event);

  test('runs from after the date and its comma to the next date or the end of the sentence', () => {
    expect(events(itemOf(4))).toEqual([
      '中欧班列（天津）实现常态化运营',
      '累计发运中欧班列116列，发送货物1.21万标准箱，货值3.21亿美金，货重8.77万吨，逐步成为促进我市外贸发展的重要运输通道',
    ]);
    expect(events(itemOf(23))).toEqual(['累计510家市场主体获益']);
    expect(events(itemOf(40))).toEqual(['正式揭牌运作，是天津市首个 RCEP 企业服务中心']);
    expect(events(itemOf(32))).toEqual([
      '依托滨海新区政务服务帮办平台开发上线了滨海新区“水电气热报装靠前服务系统”',
    ]);
  });

  test.each([
    ['自2023年3月以来，累计服务企业。', '累计服务企业'],
    ['自2023年3月起试行；其他', '试行'],
    ['协会成立于2023年3月。', '协会成立'],
    ['2023年3月', '2023年3月'],
  ])('%s', (text, event) => {
    expect(events(saying(text))).toEqual([event]);
  });
});

test('a date in the title of a document is not a milestone', () => {
  expect(milestonesOf(saying('印发《行动方案（2023年版）》'))).toEqual([]);
});
