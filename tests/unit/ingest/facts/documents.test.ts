import { factsOfKind, ITEMS, itemOf, saying } from './fact-reading.ts';

const documentsOf = (item: Parameters<typeof factsOfKind>[0]) =>
  factsOfKind(item, 'documents').map(({ title, words }) => [title, ...words]);

/** All documents of the seventh bulletin: eight in six items. */
const BY_ITEM: Readonly<Record<number, readonly string[]>> = {
  1: ['津冀海事机构一体化协同联动执法合作框架协议'],
  5: ['医疗器械经营质量管理规范附录：专门提供医疗器械运输贮存服务的企业质量管理'],
  8: [
    '绿色融资租赁高质量发展实施方案',
    '绿色融资租赁项目认定评价操作指引',
    '绿色融资租赁示范企业、绿色融资租赁成长型企业认定评价操作指引',
  ],
  20: ['关于天津滨海泰达物流集团股份有限公司境内未上市股份“全流通”备案通知书'],
  21: ['天津滨海高新区关于扶持风投创投机构促进科技创新创业的鼓励办法'],
  28: ['天津港保税区政务服务事项全流程无纸化审批实施方案'],
};

test.each([...ITEMS.keys()])('item %i', (number) => {
  expect(documentsOf(itemOf(number))).toEqual(
    (BY_ITEM[number] ?? []).map((title) => [title, `《${title}》`]),
  );
});

test('the same title again is the same document with two places', () => {
  expect(documentsOf(saying('出台《甲办法》。《甲办法》规定', '《甲办法》'))).toEqual([
    ['甲办法', '《甲办法》', '《甲办法》', '《甲办法》'],
  ]);
});

test('a nested document counts as well, and the outer one comes first', () => {
  expect(documentsOf(saying('落实《关于印发〈甲方案〉的通知》和《转发《乙办法》的函》'))).toEqual([
    ['关于印发〈甲方案〉的通知', '《关于印发〈甲方案〉的通知》'],
    ['甲方案', '〈甲方案〉'],
    ['转发《乙办法》的函', '《转发《乙办法》的函》'],
    ['乙办法', '《乙办法》'],
  ]);
});

test('a short title defined in the text is another place of the full title', () => {
  expect(documentsOf(saying('印发《甲市暂行办法》（以下简称《办法》）。《办法》规定'))).toEqual([
    ['甲市暂行办法', '《甲市暂行办法》', '《办法》', '《办法》'],
  ]);
});

test('an unpaired title mark is not a document', () => {
  expect(documentsOf(saying('《甲办法、乙办法》》'))).toEqual([['甲办法、乙办法', '《甲办法、乙办法》']]);
});
