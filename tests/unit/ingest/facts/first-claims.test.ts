import { factsOfKind, ITEMS, itemOf, saying } from './fact-reading.ts';

/** `SCOPE subject 「words」` of each claim of an item. */
const claimsOf = (item: Parameters<typeof factsOfKind>[0]): string[] =>
  factsOfKind(item, 'firstClaims').map(({ scope, kind, subject, words }) =>
    [scope, ...(kind === 'FIRST' ? [] : [kind]), subject, ...words.map((each) => `「${each}」`)].join(' '),
  );

/** All claims of the seventh bulletin, read by hand. Items that are not listed make none. */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  4: ['NATIONAL “二手车出口+保税+中欧班列”发运模式 「全国首单」'],
  5: ['MUNICIPAL 综保区内医疗器械供应链创新服务平台 「全市首家」'],
  7: ['NATIONAL 出口模式 「全国首创」'],
  8: [
    'NATIONAL 融资租赁绿色评价机制 「全国首个」 「全国首个」',
    'NATIONAL 绿色租赁服务流程创新实践 「在全国率先」',
  ],
  9: ['NATIONAL 离岸发动机融资租赁业务 「全国首单」 「全国首单」'],
  11: ['NATIONAL 商业保理融资服务联盟 「全国首个」', 'NATIONAL “平急两用”资产证券化产品 「国内首单」'],
  12: ['UNSPECIFIED 中央企业贸易行业应收账款产品 「首单」'],
  14: ['REGIONAL 商业保理仲裁庭 「京津冀地区首个」'],
  15: ['MUNICIPAL 数据知识产权质押融资 「天津首单」 「天津市首单」'],
  16: ['MUNICIPAL 绿色建筑性能责任保险 「首次在全市」'],
  17: ['UNSPECIFIED FIRST_BATCH 全球可持续发展目标示范区 50 强 「首批」'],
  22: ['UNSPECIFIED 电子营业执照电子证照关联及企业码应用系统 「率先」'],
  26: ['MUNICIPAL GPT 大语言模型在商事登记领域的场景应用 「在天津市率先」'],
  27: ['UNSPECIFIED 具备数字智能办事交互能力的政务“数字人” 「首个」'],
  33: [
    'NATIONAL 自贸试验区公平竞争审查集中审查办公室 「全国首个」',
    'NATIONAL 自贸试验区公平竞争审查集中审查机制 「在全国率先」',
  ],
  37: ['MUNICIPAL 药品监管专业技术服务 「天津市范围内」 「首次」'],
  39: [
    'NATIONAL 科创中国知识产权服务中心 「全国第一个」',
    'MUNICIPAL 数据知识产权登记交易工作 「在全市率先」',
    'MUNICIPAL 数据知识产权登记证书 「天津首张」',
  ],
  40: ['MUNICIPAL RCEP 企业服务中心 「天津市首个」'],
  43: [
    'NATIONAL 冷链行业“脱核链贷”供应链金融模式 「全国首创」',
    'NATIONAL 不需要第三方担保的冷链供应链金融业务 「全国首单」',
  ],
};

test('the table has 25 claims', () => {
  expect(Object.values(BY_ITEM).flat()).toHaveLength(25);
});

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(claimsOf(itemOf(number))).toEqual(BY_ITEM[number] ?? []);
});

describe('in other words', () => {
  test.each([
    ['完成全球首架飞机跨境转租赁业务', ['GLOBAL 飞机跨境转租赁业务 「全球首架」']],
    ['全国自贸试验区首个跨境数据服务平台在东疆上线', ['NATIONAL 跨境数据服务平台 「全国自贸试验区首个」']],
    ['率先在全国开展外债便利化', ['NATIONAL 外债便利化 「率先在全国」']],
    ['该模式为全国首创。', ['NATIONAL 该模式 「全国首创」']],
    ['实现全国首单甲业务、全市首单乙业务', ['NATIONAL 甲业务 「全国首单」', 'MUNICIPAL 乙业务 「全市首单」']],
    ['全国首批试点城市', ['NATIONAL FIRST_BATCH 试点城市 「全国首批」']],
    ['东疆首单业务', ['UNSPECIFIED 业务 「首单」']],
    // the first actor is not a scope
    ['天津海关首创“一船多供”监管模式', ['UNSPECIFIED “一船多供”监管模式 「首创」']],
    ['天津自贸试验区率先推行甲制度', ['UNSPECIFIED 甲制度 「率先」']],
    ['在全国自贸试验区率先推行甲制度', ['NATIONAL 甲制度 「在全国自贸试验区率先」']],
  ] as const)('%s', (text, expected) => {
    expect(claimsOf(saying(text))).toEqual(expected);
  });

  test('the same claim in title and content is one claim, with the scope of either', () => {
    expect(claimsOf(saying('落地全国首单绿色租赁业务。', '首单绿色租赁业务'))).toEqual([
      'NATIONAL 绿色租赁业务 「首单」 「全国首单」',
    ]);
  });

  test('also if the content uses slightly different words; two claims of the content stay two', () => {
    const [title, reworded] = ['全国首单保税船用生物燃料油加注业务', '全国首单保税生物燃料油加注业务'];
    expect(claimsOf(saying(`标志着${reworded}落地。`, title))).toEqual([
      'NATIONAL 保税生物燃料油加注业务 「全国首单」 「全国首单」',
    ]);
    expect(claimsOf(saying(`完成${title}，${reworded}。`))).toHaveLength(2);
  });
});

test.each([
  '设置首席营商环境专员',
  '打开首页',
  '首选方案',
  '首都机场',
  '首先',
  '首创性改革',
  '首次公开发行股票',
  '《全国首单业务指引》',
])('%s makes no claim', (text) => {
  expect(claimsOf(saying(text))).toEqual([]);
});
