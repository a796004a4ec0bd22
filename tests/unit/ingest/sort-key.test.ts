import { pinyinSortKey } from '../../../src/ingest/sort-key.ts';

test.each([
  ['天津海关', 'tian1 jin1 hai3 guan1'],
  ['东疆片区', 'dong1 jiang1 pian4 qu1'],
  // 重 is chong in 重庆 and zhong in 重点
  ['重庆', 'chong2 qing4'],
  ['重点', 'zhong4 dian3'],
  // punctuation does not count, and letters ignore case
  ['“碳汇宝”', 'tan4 hui4 bao3'],
  ['RCEP 企业', 'rcep qi3 ye4'],
  // ü sorts between lu and luan
  ['绿色', 'lu:4 se4'],
])('%s', (text, key) => {
  expect(pinyinSortKey(text)).toBe(key);
});

test('names sort in dictionary order', () => {
  const names = ['证监局', '药监局', '海关', '海事局', '知识产权局', '公安局', '工信局'];
  const sorted = [...names].sort((a, b) => (pinyinSortKey(a) < pinyinSortKey(b) ? -1 : 1));
  // gong1 an1, gong1 xin4, hai3 guan1, hai3 shi4, yao4, zheng4, zhi1
  expect(sorted).toEqual(['公安局', '工信局', '海关', '海事局', '药监局', '证监局', '知识产权局']);
});

test('鲁 lu3, 绿 lü4, 乱 luan4 sort in this order', () => {
  const keys = ['鲁', '绿', '乱'].map(pinyinSortKey);
  expect([...keys].sort()).toEqual(keys);
});

test.each(['——', '！', '+'])(
  '%s has a key although it is only punctuation: the graph allows no empty key',
  (text) => {
    expect(pinyinSortKey(text)).not.toBe('');
  },
);
