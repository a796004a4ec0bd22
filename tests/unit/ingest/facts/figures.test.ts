import fc from 'fast-check';
import { factsOfKind, ITEMS, itemOf, saying } from './fact-reading.ts';

/** `value unit approximation date 「words」` of each figure of an item. */
const figuresOf = (item: Parameters<typeof factsOfKind>[0]): string[] =>
  factsOfKind(item, 'figures').map(({ value, unit, approximation, date, words }) =>
    [value, unit, approximation, ...(date ? [date] : []), ...words.map((each) => `「${each}」`)].join(' '),
  );

/** All figures of the seventh bulletin, read by hand. Items that are not listed have none. */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  1: ['3 家 EXACT 「三家」'],
  4: [
    '116 列 EXACT 2023 「116列」',
    '12100 标准箱 EXACT 2023 「1.21万标准箱」',
    '321000000 美元 EXACT 2023 「3.21亿美金」',
    '87700 吨 EXACT 2023 「8.77万吨」',
  ],
  6: ['1 年 BELOW 「不到一年」', '40 家 EXACT 「40家」', '15 个 EXACT 「15个」'],
  9: ['1 台 EXACT 2023-03 「一台」'],
  11: ['2.44 倍 EXACT 2023-12-06 「2.44倍」', '191000000 元 EXACT 「1.91亿元」', '3.24 % EXACT 「3.24%」'],
  12: [
    '500000000 元 EXACT 2023-12-07 「5亿元」',
    '475000000 元 EXACT 「4.75亿元」',
    '25000000 元 EXACT 「0.25亿元」',
  ],
  13: [
    '10000000000 元 BELOW 2023-11 「近百亿元」',
    '80 家 ABOVE 2023-11 「80余家」',
    '10 家 EXACT 2023-11 「10家」',
    '4 家 EXACT 2023-11 「4家」',
  ],
  17: [
    '13030000 吨 EXACT 2023 「1303 万吨」',
    '386000000 元 EXACT 2023 「3.86 亿元」',
    '100000000000 元 BELOW 2023 「近千亿元」',
  ],
  18: [
    '600 户 ABOVE 2023-12-31 「超 600 户」',
    '2000000000 元 BELOW 2023-12-31 「近 20 亿元」',
    '1900000000 元 EXACT 2023-12-31 「19 亿元」',
  ],
  19: ['28 家 EXACT 「28家」'],
  20: ['256000000 股 EXACT 2023-10-26 「2.56亿股」'],
  21: ['10 条 EXACT 「十条」'],
  23: ['510 家 EXACT 2023 「510家」'],
  24: [
    '1 家 EXACT 「1 家」',
    '7 家 EXACT 「7 家」',
    '5 家 EXACT 「5 家」',
    '20 家 ABOVE 「20 余家」',
    '10 家 EXACT 「10 家」',
    '40 条 ABOVE 「40 余条」',
  ],
  25: [
    '5 个工作日 BELOW 「5 个工作日内」',
    '1700 条 ABOVE 「1700 余条」',
    '12000 家 ABOVE 「一万两千余家」',
    '10000 件 ABOVE 「一万余件」',
  ],
  37: ['3 方 EXACT 2022-03 「三方」'],
  38: ['3 股 EXACT 「3股」', '3 个 EXACT 「3个」', '3 个 EXACT 「3个」'],
  41: ['2 家 EXACT 「两家」', '40 名 ABOVE 「40 余名」'],
};

test('the table has 45 figures', () => {
  expect(Object.values(BY_ITEM).flat()).toHaveLength(45);
});

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(figuresOf(itemOf(number))).toEqual(BY_ITEM[number] ?? []);
});

describe('texts without figures', () => {
  test.each([
    '第七批复制推广',
    '第一时间获知',
    '正式上线“政务+金融”服务 2.0 模式。相较 1.0 版本',
    '购买LEAP-1B27发动机',
    '滨海泰达物流(08348)',
    '“1+3”滨海药监技术窗口',
    '“十项行动”和“十个见行见效”',
    '深化出台“一企两专员”制度',
    '一对一进行沟通',
    '推行一企一照一码管理',
    '“两难一占用”问题',
    '打通三大流通环节',
    '示范区 50 强',
    '一方面为用人单位招才引智，另一方面也是高新区',
    '撮合一批以央企为代表的',
    '展开一系列探索',
    '进一步推进，统一标准，一流的环境',
    '携手多家金融机构',
    '助推二手车出口',
    '不需要第三方担保',
    '多方投资者，双向赋能，一体化',
    '百姓办事，千家万户',
    '数十家企业',
    '近三年来',
    '《实施方案（2022—2025年）》共享',
  ])('%s', (text) => {
    expect(figuresOf(saying(text))).toEqual([]);
  });
});

describe('figures in other words', () => {
  test.each([
    ['签约28家企业', ['28 家 EXACT 「28家」']], // 约 belongs to 签约
    ['累计约1.5万人次', ['15000 人次 ABOUT 「约1.5万人次」']],
    ['不超过30天', ['30 天 BELOW 「不超过30天」']],
    ['压缩至1天以内', ['1 天 BELOW 「1天以内」']],
    ['30家内资企业', ['30 家 EXACT 「30家」']], // 内 belongs to 内资
    ['百分之三十', ['30 % EXACT 「百分之三十」']],
    ['压缩70%以上', ['70 % ABOVE 「70%以上」']],
    ['上千家企业', ['1000 家 ABOVE 「上千家」']],
    ['网上100家', ['100 家 EXACT 「100家」']],
    ['百余家', ['100 家 ABOVE 「百余家」']],
    ['3至5个工作日', ['3 个工作日 EXACT 「3」', '5 个工作日 EXACT 「5个工作日」']],
    ['１２艘', ['12 艘 EXACT 「１２艘」']],
    ['1.2亿千瓦时', ['120000000 千瓦时 EXACT 「1.2亿千瓦时」']],
    ['不到一个月', ['1 个月 BELOW 「不到一个月」']],
  ] as const)('%s', (text, expected) => {
    expect(figuresOf(saying(text))).toEqual(expected);
  });
});

describe('the date of a figure', () => {
  test('is the last one before it in its sentence', () => {
    expect(figuresOf(saying('2021年新增3家，2022年新增5家；另有7家'))).toEqual([
      '3 家 EXACT 2021 「3家」',
      '5 家 EXACT 2022 「5家」',
      '7 家 EXACT 「7家」',
    ]);
  });

  test('is not taken from before 目前 or from a name', () => {
    expect(figuresOf(saying('2023 年底上线以来，目前涵盖5家'))).toEqual(['5 家 EXACT 「5家」']);
    expect(figuresOf(saying('在2023年投融资行业峰会上28家企业挂牌'))).toEqual(['28 家 EXACT 「28家」']);
  });

  test('is the end of an interval', () => {
    expect(figuresOf(saying('自2023年3月至2023年6月，累计510家'))).toEqual([
      '510 家 EXACT 2023-06 「510家」',
    ]);
  });
});

/** A quantity as printed and its value, and surrounding words without numbers. */
const quantity = fc
  .record({
    number: fc.nat({ max: 99_999 }).filter((value) => value < 1900 || value > 2100),
    scale: fc.constantFrom(['', 1], ['万', 1e4], ['亿', 1e8]),
    unit: fc.constantFrom('家', '件', '元', '标准箱', '人次'),
    qualifier: fc.constantFrom(['', 'EXACT'], ['超', 'ABOVE'], ['近', 'BELOW'], ['约', 'ABOUT']),
    space: fc.constantFrom('', ' '),
  })
  .map(({ number, scale: [scale, factor], unit, qualifier: [words, approximation], space }) => ({
    words: [words, `${number}`, `${scale}${unit}`].filter((part) => part !== '').join(space),
    value: number * (factor as number),
    unit,
    approximation,
  }));
const filler = fc.constantFrom('，服务企业', '。吸引', '；天津自贸试验区', '，带动投资', '，累计');

test('finds exactly the written figures at their positions, whatever the surrounding text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(filler, quantity), { maxLength: 6 }), (parts) => {
      const content = `${parts.map(([before, { words }]) => before + words).join('')}。`;
      expect(factsOfKind(saying(content), 'figures')).toEqual(
        parts.map(([, { words, ...figure }]) => ({ ...figure, words: [words] })),
      );
    }),
    { numRuns: 300 },
  );
});
