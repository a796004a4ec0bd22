import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, handRead } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

interface Pair {
  readonly agencies: { name: string }[];
  readonly sharedCount: number;
  readonly jaccard: number;
  readonly sharedItems: { number: number }[];
}

const others = (numbers: readonly number[]): number[] => ALL_ITEMS.filter((each) => !numbers.includes(each));

/** For each filter, the remaining items of 商务局, 东疆, 绿色低碳 (an upper theme), 京津冀 and the batch. */
const CASES: [filter: string, left: Record<string, readonly number[]>][] = [
  [
    '{}',
    {
      agency: [4, 6, 7, 17, 42],
      zone: [4, 7, 8, 9, 22],
      theme: [8, 10, 16, 17],
      region: [1, 5, 25, 33, 35, 43],
      batch: ALL_ITEMS,
    },
  ],
  [
    '{ minAgencies: 2 }',
    {
      agency: [4, 7, 17, 42],
      zone: [4, 7, 8],
      theme: [8, 17],
      region: [33, 35],
      batch: handRead.itemsOwnedByTwoOrMore,
    },
  ],
  [
    '{ zones: { anyOf: ["东疆"] } }',
    { agency: [4, 7], zone: [4, 7, 8, 9, 22], theme: [8], region: [], batch: [4, 7, 8, 9, 22] },
  ],
  [
    '{ themes: { anyOf: ["绿色低碳"] }, not: { agencies: { anyOf: ["市委金融办"] } } }',
    { agency: [], zone: [], theme: [10, 16], region: [], batch: [10, 16] },
  ],
  [
    '{ or: [{ text: "跨境电商" }, { regions: ["京津冀"] }] }',
    { agency: [6], zone: [], theme: [], region: [1, 5, 25, 33, 35, 43], batch: [1, 5, 6, 25, 33, 35, 43] },
  ],
  ['{ agencies: { anyOf: [] } }', { agency: [], zone: [], theme: [], region: [], batch: [] }],
  [
    '{ zones: { isEmpty: true } }',
    { agency: [], zone: [], theme: [], region: [1, 35], batch: handRead.itemsWithoutZone },
  ],
  [
    '{ agencies: { noneOf: ["市商务局"] } }',
    {
      agency: [],
      zone: [8, 9, 22],
      theme: [8, 10, 16],
      region: [1, 5, 25, 33, 35, 43],
      batch: others([4, 6, 7, 17, 42]),
    },
  ],
];

describeForEachEngine('the same filter on every list of items', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const OWNERS: Record<string, string> = {
    agency: 'agency(name: "市商务局")',
    zone: 'pilotZone(name: "东疆")',
    theme: 'theme(name: "绿色低碳")',
    region: 'region(name: "京津冀")',
    batch: 'batch(code: "tj-7")',
  };

  test.each(CASES)('%s', async (filter, left) => {
    // One by one: Neo4j needs seconds to plan each of these statements the first time.
    for (const [name, owner] of Object.entries(OWNERS)) {
      const list = `reformItems(filter: ${filter}, first: 100) { totalCount nodes { number } }`;
      const data = await ask(server.url, `{ owner: ${owner} { ${list} } }`);
      const expected = left[name] ?? [];
      expect([name, data.owner.reformItems]).toEqual([
        name,
        { totalCount: expected.length, nodes: expected.map((number) => ({ number })) },
      ]);
    }
  });

  async function pairs(args: string): Promise<[string, number[], number][]> {
    const { coOwnerships } = await ask(
      server.url,
      `{ coOwnerships(${args}, first: 100) {
           totalCount nodes { agencies { name } sharedCount jaccard sharedItems { number } } } }`,
    );
    expect(coOwnerships.totalCount).toBe(coOwnerships.nodes.length);
    return coOwnerships.nodes.map(({ agencies, sharedCount, jaccard, sharedItems }: Pair) => {
      expect(sharedCount).toBe(sharedItems.length);
      const names = agencies.map(({ name }) => name).sort();
      return [names.join(' '), sharedItems.map(({ number }) => number), jaccard];
    });
  }

  test('pairs without a filter: the number of shared items divided by the number of items of either', async () => {
    const found = await pairs('minShared: 1');
    expect(found).toHaveLength(19);
    expect(found[0]).toEqual(['天津市商务局 天津海关', [4, 7], 2 / 7]); // 2 3 4 6 7 17 42
    expect(found.find(([names]) => names.startsWith('中国人民银行'))).toEqual([
      '中国人民银行天津市分行 天津市委金融办',
      [8],
      1 / 7,
    ]);
    // All four are responsible for 32; 工信局, 城管委 and 水务局 only for 32, 政务服务办 for nine items.
    expect(found.filter(([names]) => names.includes('天津市水务局')).map(([, , jaccard]) => jaccard)).toEqual(
      expect.arrayContaining([1, 1, 1 / 9]),
    );
  });

  test.each([
    [
      'filter: { zones: { anyOf: ["东疆"] } }',
      [
        ['天津市商务局 天津海关', [4, 7], 1],
        ['中国人民银行天津市分行 天津市委金融办', [8], 1],
      ],
    ],
    [
      'filter: { regions: ["京津冀"] }', // 33 and 35; 管委会 has 43 too
      [
        ['天津市市场监管委 天津自贸试验区管委会', [33], 1 / 3],
        ['天津市公安局 天津自贸试验区管委会', [35], 1 / 3],
      ],
    ],
    ['minShared: 2', [['天津市商务局 天津海关', [4, 7], 2 / 7]]],
    ['minShared: 2, filter: { text: "中欧班列" }', []],
    ['filter: { maxAgencies: 1 }', []],
    ['filter: { agencies: { anyOf: ["天津海关"] } }', [['天津市商务局 天津海关', [4, 7], 1 / 2]]], // 2 3 4 7
    ['minShared: 3', []],
  ])('pairs with %s', async (args, expected) => {
    const byName = <T extends readonly unknown[]>(rows: readonly T[]): T[] =>
      [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(byName(await pairs(args))).toEqual(byName(expected));
  });

  test('the pairs of an upper theme are those of all themes below it', async () => {
    // 17 has four agencies, 8 has two; 10 and 16 have one each.
    const found = await pairs('filter: { themes: { anyOf: ["绿色低碳"] } }');
    expect(found).toHaveLength(7);
    expect(found.find(([names]) => names === '天津市商务局 天津市委金融办')).toEqual([
      '天津市商务局 天津市委金融办',
      [17],
      1 / 2,
    ]);
  });
});
