import fc from 'fast-check';
import { factsOfKind, ITEMS, itemOf, saying } from './fact-reading.ts';

const namesOf = (item: Parameters<typeof factsOfKind>[0]): string[] =>
  factsOfKind(item, 'organizations').map(({ name }) => name);

/** All organizations of the seventh bulletin in reading order, read by hand. Items that are not listed name none. */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  9: ['建信金融租赁有限公司', 'CFM公司', '挪威航空'],
  10: ['“碳汇宝”绿色交易综合服务平台', '中钢科德孵化器'],
  11: ['商业保理融资服务联盟', '中合商业保理（天津）有限公司', '深交所'],
  12: ['中心商务片区保理创新发展基地', '中化保理'],
  13: [
    ...[
      '天津商业保理资产再保理联盟链',
      '商业保理融资服务联盟',
      '中企云链',
      '中船保理',
      '山能保理',
      '山高保理',
    ],
    ...[
      '天津保理资产再保理联盟链',
      '广发银行天津分行',
      '北京银行天津分行',
      '浙商银行天津分行',
      '东亚银行天津分行',
    ],
  ],
  14: ['天津仲裁委', '天津仲裁委员会金融仲裁中心天津商业保理仲裁庭'],
  15: ['天津数据知识产权登记流通平台'],
  17: ['天津排放权交易所'],
  18: ['中化保理', '中化资本产融服务开放平台', '中化集团'],
  19: [
    ...['天津滨海柜台交易市场', '维欧能源', '卡雷尔机器人', '东泉石油', '邦盛医疗', '和能人居', '中央制塑'],
    ...['正元盛邦', '谷道粮心', '长江君业', '聚芯光禾', '瀚海蓝帆', '海油来博'],
  ],
  20: [
    ...['滨海泰达物流', '天津滨海泰达物流集团股份有限公司', '天津泰达投资控股有限公司'],
    ...['正大制药投资(北京)有限公司', '正大置地有限公司', '联交所'],
  ],
  23: ['滨海新区政务帮办平台', '天津市市场主体一网通办平台'],
  24: ['泰达政务服务中心'],
  25: ['企业服务云平台'],
  26: ['海智大数据'],
  32: ['滨海新区政务服务帮办平台', '水电气热报装靠前服务系统', '滨海新区政务帮办平台'],
  35: ['国家海外人才离岸创新创业基地（天津滨海新区）'],
  36: ['企业商业秘密自检云平台'],
  37: ['国际生物医药联合研究院'],
  39: ['科创中国知识产权服务中心'],
  40: ['天津市贸促会', '天津港保税区 RCEP 企业服务中心'],
  41: ['安捷物联', '天地伟业'],
};

test('the table has 63 mentions of 60 organizations', () => {
  expect(Object.values(BY_ITEM).flat()).toHaveLength(63);
  expect(new Set(Object.values(BY_ITEM).flat()).size).toBe(60);
});

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(namesOf(itemOf(number))).toEqual(BY_ITEM[number] ?? []);
});

test('finds every place of a name, and of its short name defined in the text', () => {
  expect(factsOfKind(itemOf(19), 'organizations')[0]).toEqual({
    name: '天津滨海柜台交易市场',
    kind: 'EXCHANGE',
    shortNames: ['天津OTC'],
    words: ['天津滨海柜台交易市场', '天津OTC'],
  });
  expect(factsOfKind(itemOf(10), 'organizations')[0]).toEqual({
    name: '“碳汇宝”绿色交易综合服务平台',
    kind: 'PLATFORM',
    shortNames: ['“碳汇宝”平台'],
    words: ['“碳汇宝”绿色交易综合服务平台', '“碳汇宝”绿色交易综合服务平台', '“碳汇宝”平台'],
  });
  // in the title, in marks, and as 智慧化的企业服务云平台
  expect(factsOfKind(itemOf(25), 'organizations')[0]?.words).toHaveLength(3);
});

test.each([
  ['建信金融租赁有限公司', 9, 'COMPANY'],
  ['广发银行天津分行', 13, 'BANK'],
  ['天津仲裁委', 14, 'COURT_OR_ARBITRATION'],
  ['国际生物医药联合研究院', 37, 'INSTITUTE'],
  ['天津排放权交易所', 17, 'EXCHANGE'],
  ['滨海新区政务帮办平台', 23, 'PLATFORM'],
  ['商业保理融资服务联盟', 13, 'ALLIANCE'],
  ['天津市贸促会', 40, 'ASSOCIATION'],
  ['国家海外人才离岸创新创业基地（天津滨海新区）', 35, 'OTHER'],
] as const)('%s (item %i) is of kind %s', (name, number, kind) => {
  expect(factsOfKind(itemOf(number), 'organizations').find((each) => each.name === name)?.kind).toBe(kind);
});

describe('named in other words', () => {
  test.each([
    ['甲银行与北京银行签约', ['甲银行', '北京银行']],
    ['由工银金融租赁有限公司（以下简称“工银租赁”）发起，工银租赁完成', ['工银金融租赁有限公司']],
    ['南开大学、天津大学等6家单位', ['南开大学', '天津大学']],
    ['菜鸟网络、京东物流、唯品会等6家头部企业入驻', ['菜鸟网络', '京东物流', '唯品会']],
    [
      '天津市滨海新区人民法院与天津国际经济金融仲裁中心建立',
      ['天津市滨海新区人民法院', '天津国际经济金融仲裁中心'],
    ],
    ['中国医学科学院血液病医院', ['中国医学科学院血液病医院']],
    ['上线“津碳易”碳普惠服务平台', ['“津碳易”碳普惠服务平台']],
    ['中国建设银行天津市分行', ['中国建设银行天津市分行']],
    ['中国天津人力资源开发服务中心、科锐国际等12家机构', ['中国天津人力资源开发服务中心', '科锐国际']],
    [
      '由中源协和细胞基因工程股份有限公司与诺和诺德（中国）制药有限公司',
      ['中源协和细胞基因工程股份有限公司', '诺和诺德（中国）制药有限公司'],
    ],
    ['调解天津港轮驳有限公司与新加坡PSA集团的纠纷', ['天津港轮驳有限公司', '新加坡PSA集团']],
  ] as const)('%s', (text, names) => {
    expect(namesOf(saying(text))).toEqual(names);
  });
});

test.each([
  '引进多家金融机构和银行',
  '在东疆设立的项目公司，推动租赁公司绿色化发展',
  '打造样板 创投社区 生态联盟',
  '搭建本地跨境电商平台',
  '探索建设商业保理专业仲裁庭',
  '物流基地与银行数据壁垒',
  'H股公司中的国有企业',
  '通过企业、招商、监管部门协同',
  '在市级部门支持下',
  '建立与中心商务片区协同的系统',
  '跨境电商、融资租赁等企业',
  '滨海基金小镇',
  '登录帮办平台可第一时间获知',
  '银行、基金、券商等5家机构',
  '船公司、货代、堆场',
  '天津海关会同市商务局',
])('%s names no organization', (text) => {
  expect(namesOf(saying(text))).toEqual([]);
});

test('finds exactly the written names in a list', () => {
  // Without 船, because 船公司 names no organization, and so neither does 船船.
  const syllable = fc.constantFrom(...'云链能高维欧卡雷尔东泉邦盛谷道粮心聚芯瀚海');
  const name = fc.array(syllable, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(''));
  const distinct = fc.uniqueArray(name, { minLength: 2, maxLength: 6 }).filter((names) =>
    // Names inside other names are not tested here.
    names.every((each) => names.every((other) => other === each || !other.includes(each))),
  );
  fc.assert(
    fc.property(distinct, (names) => {
      const item = saying(`撮合${names.join('、')}等${names.length}家企业。`);
      expect(factsOfKind(item, 'organizations').map(({ name: found, words }) => [found, ...words])).toEqual(
        names.map((each) => [each, each]),
      );
    }),
  );
});
