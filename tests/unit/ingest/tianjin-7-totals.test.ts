import { expected, Reading, readTianjin7 } from './tianjin-7.ts';

const reading = new Reading(readTianjin7().document);

const countBy = (values: readonly (string | number)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/** Items by the name at the other end, sorted by number. */
function itemsByName(type: 'RESPONSIBLE_FOR' | 'PILOTED_IN' | 'HAS_THEME'): Record<string, number[]> {
  const items: Record<string, number[]> = {};
  for (const { from, to } of reading.edges(type)) {
    const [itemId, otherId] = type === 'RESPONSIBLE_FOR' ? [to, from] : [from, to];
    const name = reading.nameOf(otherId);
    const numbers = items[name] ?? [];
    items[name] = numbers;
    numbers.push(Number(itemId.split('-').at(-1)));
    numbers.sort((a, b) => a - b);
  }
  return items;
}

test('43 items, each published in the batch', () => {
  expect(reading.edges('PUBLISHED_IN')).toHaveLength(43);
  expect(new Set(reading.edges('PUBLISHED_IN').map(({ from }) => from)).size).toBe(43);
  expect(new Set(reading.edges('PUBLISHED_IN').map(({ to }) => to))).toEqual(new Set(['Batch:tj-7']));
});

test('23 agencies with 57 responsibilities: 33 items of one, 8 of two, 2 of four', () => {
  const edges = reading.edges('RESPONSIBLE_FOR');
  expect(edges).toHaveLength(57);
  expect(new Set(edges.map(({ from }) => from)).size).toBe(23);
  expect(countBy(Object.values(countBy(edges.map(({ to }) => to))))).toEqual({ 1: 33, 2: 8, 4: 2 });
  expect(expected).toMatchObject({
    agencies: 23,
    responsibilities: 57,
    itemsWithOneAgency: 33,
    itemsWithTwo: 8,
    itemsWithFour: 2,
  });
});

test('37 items are promoted in 天津市, 6 in 京津冀', () => {
  const regions = reading.edges('PROMOTED_TO').map(({ to }) => reading.nameOf(to));
  expect(countBy(regions)).toEqual({ 天津市: 37, 京津冀: 6 });
  const jingjinji = reading.edges('PROMOTED_TO').filter(({ to }) => to === 'Region:京津冀');
  expect(jingjinji.map(({ from }) => from)).toEqual(
    [1, 5, 25, 33, 35, 43].map((number) => `ReformItem:tj-7-${number}`),
  );
});

test('the items of each agency', () => {
  expect(itemsByName('RESPONSIBLE_FOR')).toEqual(expected.agencyItems);
});

test('the items of each zone, and those that name none', () => {
  expect(itemsByName('PILOTED_IN')).toEqual(expected.zoneItems);
  const located = new Set(Object.values(itemsByName('PILOTED_IN')).flat());
  const without = expected.items.map(({ number }) => number).filter((number) => !located.has(number));
  expect(without).toEqual([1, 2, 3, 11, 15, 18, 23, 32, 35, 38]);
});

test('the items of each theme: 30 themes, 69 relationships, each item at least one', () => {
  expect(itemsByName('HAS_THEME')).toEqual(expected.themeItems);
  expect(Object.keys(expected.themeItems)).toHaveLength(30);
  expect(reading.edges('HAS_THEME')).toHaveLength(69);
  expect(new Set(Object.values(itemsByName('HAS_THEME')).flat()).size).toBe(43);
});

describe('nodes that the vocabulary adds', () => {
  const pairs = (type: 'PART_OF' | 'ADMINISTERS' | 'NARROWER_THAN'): string[] =>
    reading
      .edges(type)
      .map(({ from, to }) => `${from} ${to}`)
      .sort();

  test('three areas and two linked innovation zones are part of the whole zone', () => {
    const parts = ['东疆片区', '机场片区', '中心商务片区', '生态城联动创新区', '高新区联动创新区'];
    expect(pairs('PART_OF')).toEqual(
      parts.map((part) => `PilotZone:${part} PilotZone:天津自贸试验区`).sort(),
    );
  });

  test('four agencies administer a zone; 东疆片区 and 机场片区 have no authority among the agencies', () => {
    expect(pairs('ADMINISTERS')).toEqual(
      [
        'Agency:天津自贸试验区管委会 PilotZone:天津自贸试验区',
        'Agency:天津自贸试验区中心商务片区 PilotZone:中心商务片区',
        'Agency:天津自贸试验区生态城联动创新区 PilotZone:生态城联动创新区',
        'Agency:天津自贸试验区高新区联动创新区 PilotZone:高新区联动创新区',
      ].sort(),
    );
  });

  test('each theme belongs to one of nine domains', () => {
    const edges = reading.edges('NARROWER_THAN');
    expect(countBy(edges.map(({ to }) => reading.nameOf(to)))).toEqual({
      贸易便利化: 5,
      航运物流: 2,
      金融开放创新: 6,
      绿色低碳: 2,
      知识产权与数据要素: 3,
      营商环境: 5,
      市场监管与法治: 3,
      人才与创新创业: 2,
      医药健康: 2,
    });
    expect(edges.find(({ from }) => from === 'Theme:融资租赁')?.to).toBe('Theme:金融开放创新');
  });
});
