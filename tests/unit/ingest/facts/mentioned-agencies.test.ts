import { factsOfKind, ITEMS, type Item, itemOf, saying } from './fact-reading.ts';

const namesOf = (item: Item): string[] => factsOfKind(item, 'mentionedAgencies').map(({ name }) => name);

/**
 * All government bodies that the seventh bulletin names besides those responsible. Items that are not listed name none.
 */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  1: ['北疆海事局', '秦皇岛海事局', '唐山海事局'],
  5: ['机场片区市场监督管理局', '国家药监局'],
  20: ['中国证监会'],
  23: ['天津自贸试验区行政审批局', '区市场监管局'],
  32: ['天津自贸试验区行政审批局'],
  33: ['自贸试验区公平竞争审查集中审查办公室'],
  34: ['车管所'],
  35: ['市公安局出入境管理局', '天津自贸试验区创新发展局'],
  37: [
    '天津市药品化妆品审评查验中心滨海办公室',
    '医疗器械审评查验中心滨海办公室',
    '不良反应监测中心滨海办公室',
  ],
};

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(namesOf(itemOf(number))).toEqual(BY_ITEM[number] ?? []);
});

test.each([
  // 在市人社局大力支持下; 天津自贸试验区与市商务局形成; 天津市药品监督管理局; 落实……市公安局“十个见行见效”
  [41, '市人社局'],
  [42, '市商务局'],
  [37, '天津市药品监督管理局'],
  [34, '市公安局'],
])('item %i names %s, which is responsible for it: not a mention', (number, words) => {
  const item = itemOf(number);
  expect(item.content).toContain(words);
  expect(namesOf(item)).not.toContain(words);
  const others = { ...item, responsible: '天津海关' };
  expect(factsOfKind(others, 'mentionedAgencies').flatMap((each) => each.words)).toContain(words);
});

test('an alias counts as its agency, and each place is evidence', () => {
  expect(factsOfKind(saying('市商务局会同天津市商务局、天津海关'), 'mentionedAgencies')).toEqual([
    { name: '天津市商务局', words: ['市商务局', '天津市商务局'] },
    { name: '天津海关', words: ['天津海关'] },
  ]);
});

describe('in other words', () => {
  test.each([
    [
      '国家金融监督管理总局天津监管局、市卫生健康委联合印发',
      ['国家金融监督管理总局天津监管局', '市卫生健康委'],
    ],
    ['市住房城乡建设委会同滨海新区政府', ['市住房城乡建设委', '滨海新区政府']],
    ['获批国家药监局创新服务站', ['国家药监局']],
    ['并被商务部列入最佳实践案例', ['商务部']],
    ['经开区管委会率先试点', ['经开区管委会']],
    ['《国务院关于印发方案的通知》', ['国务院']],
    ['在国家外汇管理局天津市分局指导下', ['国家外汇管理局天津市分局']],
  ] as const)('%s', (text, names) => {
    expect(namesOf(saying(text))).toEqual(names);
  });
});

test.each([
  '解决了向海关申报前',
  '东疆会同海关、商务、铁路场站等单位',
  '构造船舶安全监管新格局',
  '资本市场布局',
  '落实市委市政府“十项行动”',
  '天津自贸试验区中心商务片区携手', // a place, although its governing body is an agency too
  '天津仲裁委员会',
  '助力政府部门区域经济运行决策',
  '政务大厅',
  '中国铁路北京局集团有限公司', // a company, not a government body
])('%s names no agency', (text) => {
  expect(namesOf(saying(text))).toEqual([]);
});
