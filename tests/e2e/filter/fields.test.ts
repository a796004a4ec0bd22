import { ask } from '../../support/ask.ts';
import { bulletinRows } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, globalId, handRead, itemsWhere } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const others = (numbers: readonly number[]): number[] => ALL_ITEMS.filter((each) => !numbers.includes(each));
const { jingjinji, itemsOwnedByTwoOrMore, itemsWithoutZone, zoneItems } = handRead;
const WHOLE_ZONE = zoneItems.天津自贸试验区 ?? [];

/** Filters as a client writes them, with the items found in the bulletin by hand. */
const CASES: Record<string, [filter: string, expected: readonly number[]][]> = {
  'no condition': [
    ['{}', ALL_ITEMS],
    ['null', ALL_ITEMS],
    ['{ agencies: {} }', ALL_ITEMS],
    ['{ agencies: null, zones: null, regions: null, text: null, and: null, or: null, not: null }', ALL_ITEMS],
  ],
  batches: [
    ['{ batches: [7] }', ALL_ITEMS],
    ['{ batches: [6, 7] }', ALL_ITEMS],
    ['{ batches: [8] }', []],
    ['{ batches: [-7] }', []],
    ['{ batches: 7 }', ALL_ITEMS], // GraphQL accepts a single value as a list of one
    ['{ batches: [] }', []],
  ],
  regions: [
    ['{ regions: ["京津冀"] }', jingjinji],
    ['{ regions: ["京津冀地区"] }', jingjinji], // an alias
    ['{ regions: [" 京津冀 "] }', jingjinji],
    [`{ regions: ["${globalId('Region', '京津冀')}"] }`, jingjinji],
    ['{ regions: ["天津市"] }', others(jingjinji)],
    ['{ regions: ["天津", "京津冀"] }', ALL_ITEMS],
    ['{ regions: ["上海市"] }', []],
    ['{ regions: ["上海市", "京津冀"] }', jingjinji],
    ['{ regions: [] }', []],
  ],
  agencies: [
    ['{ agencies: { anyOf: ["天津海关"] } }', [2, 3, 4, 7]],
    ['{ agencies: { anyOf: ["中华人民共和国天津海关"] } }', [2, 3, 4, 7]],
    ['{ agencies: { anyOf: ["　天津海关\\n"] } }', [2, 3, 4, 7]],
    [`{ agencies: { anyOf: ["${globalId('Agency', '天津海关')}"] } }`, [2, 3, 4, 7]],
    ['{ agencies: { anyOf: ["天津海关", "市商务局"] } }', [2, 3, 4, 6, 7, 17, 42]],
    ['{ agencies: { anyOf: ["海关"] } }', []], // not an alias: every city has one
    ['{ agencies: { anyOf: ["海关", "天津海关"] } }', [2, 3, 4, 7]],
    ['{ agencies: { anyOf: [] } }', []],
    ['{ agencies: { allOf: ["天津海关", "市商务局"] } }', [4, 7]],
    ['{ agencies: { allOf: ["天津海关", "中华人民共和国天津海关"] } }', [2, 3, 4, 7]],
    ['{ agencies: { allOf: ["天津海关", "海关"] } }', []],
    ['{ agencies: { allOf: [] } }', ALL_ITEMS],
    ['{ agencies: { noneOf: ["天津海关"] } }', others([2, 3, 4, 7])],
    ['{ agencies: { noneOf: ["海关"] } }', ALL_ITEMS],
    ['{ agencies: { noneOf: [] } }', ALL_ITEMS],
    ['{ agencies: { anyOf: ["天津海关"], noneOf: ["市商务局"] } }', [2, 3]],
    ['{ agencies: { anyOf: ["天津海关"], allOf: ["市商务局"] } }', [4, 7]],
    ['{ agencies: { anyOf: ["天津海关"], noneOf: ["天津海关"] } }', []],
    ['{ agencies: { isEmpty: true } }', []],
    ['{ agencies: { isEmpty: false } }', ALL_ITEMS],
    ['{ agencies: { anyOf: ["东疆"] } }', []], // a zone, not an agency
  ],
  zones: [
    ['{ zones: { anyOf: ["东疆"] } }', [4, 7, 8, 9, 22]],
    ['{ zones: { anyOf: ["天津港东疆片区"] } }', [4, 7, 8, 9, 22]],
    [`{ zones: { anyOf: ["${globalId('PilotZone', '东疆片区')}"] } }`, [4, 7, 8, 9, 22]],
    ['{ zones: { anyOf: ["天津自贸试验区"] } }', WHOLE_ZONE], // without its parts
    ['{ zones: { anyOf: ["东疆", "生态城"] } }', [4, 6, 7, 8, 9, 16, 22]],
    ['{ zones: { allOf: ["东疆", "生态城"] } }', []], // no item has both
    ['{ zones: { noneOf: ["东疆"] } }', others([4, 7, 8, 9, 22])], // also items without a zone
    ['{ zones: { isEmpty: true } }', itemsWithoutZone],
    ['{ zones: { isEmpty: false } }', others(itemsWithoutZone)],
    ['{ zones: { isEmpty: true, anyOf: ["东疆"] } }', []],
    ['{ zones: { isEmpty: false, noneOf: ["自贸区"] } }', others([...itemsWithoutZone, ...WHOLE_ZONE])],
  ],
  themes: [
    ['{ themes: { anyOf: ["融资租赁"] } }', [8, 9]],
    ['{ themes: { anyOf: ["ABS"] } }', [11, 12]], // alias of 资产证券化
    ['{ themes: { anyOf: ["绿色低碳"] } }', [8, 10, 16, 17]], // the upper level: 绿色金融 and 碳交易
    [`{ themes: { anyOf: ["${globalId('Theme', '绿色低碳')}"] } }`, [8, 10, 16, 17]],
    ['{ themes: { allOf: ["绿色金融", "碳交易"] } }', [17]],
    ['{ themes: { allOf: ["绿色低碳", "金融开放创新"] } }', [8]],
    ['{ themes: { allOf: ["绿色低碳", "碳交易"] } }', [10, 17]], // a lower theme also counts as the theme above it
    ['{ themes: { noneOf: ["绿色低碳"] } }', others([8, 10, 16, 17])],
    ['{ themes: { isEmpty: true } }', []],
    ['{ themes: { isEmpty: false } }', ALL_ITEMS],
  ],
  'number of agencies': [
    ['{ minAgencies: 0 }', ALL_ITEMS],
    ['{ minAgencies: 2 }', itemsOwnedByTwoOrMore],
    ['{ minAgencies: 3 }', [17, 32]],
    ['{ minAgencies: 5 }', []],
    ['{ maxAgencies: 1 }', others(itemsOwnedByTwoOrMore)],
    ['{ maxAgencies: 0 }', []],
    ['{ minAgencies: 2, maxAgencies: 2 }', itemsWhere(({ agencies }) => agencies.length === 2)],
    ['{ minAgencies: 3, maxAgencies: 2 }', []],
    ['{ minAgencies: 2147483647 }', []],
    ['{ maxAgencies: 2147483647 }', ALL_ITEMS],
  ],
  text: [
    ['{ text: "GPT" }', [26]],
    ['{ text: "gpt" }', [26]],
    ['{ text: " GpT 大语言 " }', [26]],
    ['{ text: "rcep" }', [40]],
    ['{ text: "碳汇宝" }', [10]],
    ['{ text: "1.91亿元" }', [11]], // only item 11 contains it
    ['{ text: "政务+金融" }', [24]],
    ['{ text: "二手车出口" }', [4, 7, 34]],
    ['{ text: "没有这些字" }', []],
    // several words: all of them in any order; a phrase; a word excluded
    ['{ text: "融资　租赁" }', [8, 9]],
    ['{ text: "租赁 融资" }', [8, 9]],
    ['{ text: "出口 二手车 -中欧班列" }', [7, 34]],
    ['{ text: "-的" }', [7, 8, 15, 17, 23, 30, 31, 34]],
    // the text comparison ignores blanks (2.0 版本), width, traditional characters and radicals
    ['{ text: "ＲＣＥＰ" }', [40]],
    ['{ text: "碳匯寶" }', [10]],
    ['{ text: "⼆⼿⻋出⼝" }', [4, 7, 34]],
    ['{ text: "RCEP企业服务中心" }', [40]],
    // signs alone match no item
    ...['，。！', '%', '😀', '\\u0000', '""', '- -'].map((text): [string, number[]] => [
      `{ text: ${text === '""' ? '"\\"\\""' : `"${text}"`} }`,
      [],
    ]),
  ],
};

/** The text as compared: lower case, half-width signs, no blank next to a Chinese character. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('，', ',')
    .replace(/ (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) /g, '');

describeForEachEngine('each field of the filter', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  async function itemsOf(filter: string): Promise<number[]> {
    const { reformItems } = await ask(
      server.url,
      `{ reformItems(filter: ${filter}, first: 100) { totalCount nodes { number } } }`,
    );
    expect(reformItems.totalCount).toBe(reformItems.nodes.length);
    return reformItems.nodes.map(({ number }: { number: number }) => number);
  }

  describe.each(Object.entries(CASES))('%s', (_name, cases) => {
    test.each(cases)('%s', async (filter, expected) => {
      expect(await itemsOf(filter)).toEqual(expected);
    });
  });

  test('finds a text wherever the bulletin has it, in title or content, in any case, signs as they are', async () => {
    const rows = bulletinRows();
    const having = (text: string): number[] =>
      rows
        .filter(({ title, content }) => [title, content].some((each) => plain(each).includes(plain(text))))
        .map(({ number }) => number);
    const words = ['东疆', 'h股', 'a', '2023年', '首', '天津自贸试验区', '“保税', '1.', '%，', '》、'];
    const signs = ["'", '\\', '\\n', '*', '.*', '$', '{', '😀', '\u0000'].map((sign) => `股${sign}股`);
    // Signs alone are only found as phrases.
    for (const text of [...words, ...signs]) {
      const phrase = /[\p{L}\p{N}]/u.test(text) ? text : `"${text}"`;
      const found = await itemsOf(`{ text: ${JSON.stringify(phrase)} }`);
      expect([text, found]).toEqual([text, having(text)]);
    }
  });

  test('variables and literals give the same result', async () => {
    const query = 'query ($filter: ReformItemFilter) { reformItems(filter: $filter) { nodes { number } } }';
    const filter = { agencies: { allOf: ['天津海关', '市商务局'] }, text: '东疆', batches: [7] };
    const { reformItems } = await ask(server.url, query, { filter });
    expect(reformItems.nodes).toEqual([{ number: 4 }, { number: 7 }]);
    const half = await ask(server.url, query, { filter: { text: '\ud83d' } });
    expect(half.reformItems.nodes).toEqual([]);
  });
});
