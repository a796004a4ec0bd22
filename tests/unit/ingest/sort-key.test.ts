import { pinyinSortKey } from '../../../src/ingest/sort-key.ts';

test.each([
  ['天津海关', 'tian1 jin1 hai3 guan1'],
  ['东疆片区', 'dong1 jiang1 pian4 qu1'],
  // 重 is chong in 重庆 and zhong in 重点
  ['重庆', 'chong2 qing4'],
  ['重点', 'zhong4 dian3'],
  // punctuation doesn't count, and letters have no case
  ['“碳汇宝”', 'tan4 hui4 bao3'],
  ['RCEP 企业', 'rcep qi3 ye4'],
  // ü stands between lu and luan
  ['绿色', 'lu:4 se4'],
])('%s', (text, key) => {
  expect(pinyinSortKey(text)).toBe(key);
});

test('names in the order of a dictionary', () => {
  const names = ['证监局', '药监局', '海关', '海事局', '知识产权局', '公安局', '工信局'];
  const sorted = [...names].sort((a, b) => (pinyinSortKey(a) < pinyinSortKey(b) ? -1 : 1));
  // gong1 an1, gong1 xin4, hai3 guan1, hai3 shi4, yao4, zheng4, zhi1
  expect(sorted).toEqual(['公安局', '工信局', '海关', '海事局', '药监局', '证监局', '知识产权局']);
});

test('鲁 lu3, 绿 lü4, 乱 luan4 come in this order', () => {
  const keys = ['鲁', '绿', '乱'].map(pinyinSortKey);
  expect([...keys].sort()).toEqual(keys);
});

test.each(['——', '！', '+'])(
  '%s, which is punctuation alone, has a key too: the graph holds no empty one',
  (text) => {
    expect(pinyinSortKey(text)).not.toBe('');
  },
);
