import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, ascending, handRead, itemsWhere } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { nodesOf, walk } from '../../support/walk.ts';

/** Written by hand from each title: letters and digits as they are, 一 as yī, 绿 between lu and luan. */
const BY_TITLE = [
  37, // 1+3
  ...[4, 7], // 创新实 创新天
  18, // 纯
  ...[25, 21, 27], // 打造企 打造样 打造政
  42, // 大
  35, // 服
  23, // 高
  26, // GPT
  3, // 规
  ...[8, 30, 5, 13], // 建立全 建立政 建设区 建设天
  ...[1, 2], // 津 进
  43, // 冷
  16, // 绿
  41, // 民
  9, // 全
  ...[40, 31], // 设 深
  ...[38, 39, 32], // 市 数 水
  ...[20, 17, 11, 36, 10, 15, 12], // 探索境 探索绿 探索平 探索商 探索上 探索数 探索央
  ...[24, 33], // 推出 推动
  ...[14, 19], // 完善纠 完善上
  29, // 信
  ...[22, 6], // 一 以
  ...[28, 34], // 政 自
];

const BY_NAME = [
  '国家外汇管理局天津市分局',
  ...['天津海关', '天津海事局'], // guān shì
  ...['天津市城管委', '天津市发展改革委', '天津市公安局', '天津市工信局', '天津市人社局'],
  ...['天津市商务局', '天津市生态环境局', '天津市市场监管委', '天津市水务局', '天津市司法局'],
  ...['天津市委金融办', '天津市药监局', '天津市政务服务办', '天津市知识产权局'],
  '天津证监局',
  ...['天津自贸试验区高新区联动创新区', '天津自贸试验区管委会'],
  ...['天津自贸试验区生态城联动创新区', '天津自贸试验区中心商务片区'],
  '中国人民银行天津市分行',
];

const agencyCountOf = (number: unknown): number =>
  handRead.items.find((item) => item.number === number)?.agencies.length ?? 0;
const itemCountOf = (name: unknown): number => handRead.agencyItems[String(name)]?.length ?? 0;

describeForEachEngine('orders', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  /** The list in pages of 7, read from both ends. Both must agree. */
  async function listOf(field: 'reformItems' | 'agencies', order: string, node: string): Promise<unknown[]> {
    const list = { list: `${field}(orderBy: {${order}})`, node };
    const forwards = nodesOf(await walk(server.url, list, 7));
    expect(nodesOf(await walk(server.url, list, 7, 'backwards'), 'backwards')).toEqual(forwards);
    return forwards;
  }
  const items = (order: string) => listOf('reformItems', order, 'number');
  const agencies = (order: string) => listOf('agencies', order, 'name');

  test('items by number, ascending and descending', async () => {
    expect(await items('field: NUMBER, direction: ASC')).toEqual(ALL_ITEMS);
    expect(await items('field: NUMBER, direction: DESC')).toEqual([...ALL_ITEMS].reverse());
  });

  test('items by title, in the order of a Chinese reader, ascending and descending', async () => {
    expect(ascending(BY_TITLE)).toEqual(ALL_ITEMS);
    expect(await items('field: TITLE, direction: ASC')).toEqual(BY_TITLE);
    expect(await items('field: TITLE, direction: DESC')).toEqual([...BY_TITLE].reverse());
  });

  test('items by number of agencies: 33 with one, 8 with two, 2 with four, and descending', async () => {
    const groups = [1, 2, 4].map((count) => itemsWhere((item) => item.agencies.length === count));
    expect(groups.map(({ length }) => length)).toEqual([33, 8, 2]);
    const up = (await items('field: AGENCY_COUNT, direction: ASC')) as number[];
    expect(up.map(agencyCountOf)).toEqual(groups.flat().map(agencyCountOf));
    expect(ascending(up)).toEqual(ALL_ITEMS);
    const down = (await items('field: AGENCY_COUNT, direction: DESC')) as number[];
    expect(down.map(agencyCountOf)).toEqual(groups.reverse().flat().map(agencyCountOf));
    expect(ascending(down)).toEqual(ALL_ITEMS);
    // ties by id: "tj-7-19" before "tj-7-4"
    expect(down.slice(0, 10)).toEqual([17, 32, 19, 23, 33, 35, 4, 42, 7, 8]);
  });

  test('agencies by name, ascending and descending', async () => {
    expect(await agencies('field: NAME, direction: ASC')).toEqual(BY_NAME);
    expect(await agencies('field: NAME, direction: DESC')).toEqual([...BY_NAME].reverse());
  });

  test('agencies by the number of items: from 1 to 9, and from 9 to 1', async () => {
    const counts = Object.keys(handRead.agencyItems)
      .map(itemCountOf)
      .sort((a, b) => a - b);
    expect(counts).toEqual([...Array(12).fill(1), ...Array(5).fill(2), 4, 4, 5, 6, 7, 9]);
    const up = await agencies('field: REFORM_ITEM_COUNT, direction: ASC');
    expect(up.map(itemCountOf)).toEqual(counts);
    const down = await agencies('field: REFORM_ITEM_COUNT, direction: DESC');
    expect(down.map(itemCountOf)).toEqual([...counts].reverse());
    expect(down.slice(0, 4)).toEqual([
      '天津市政务服务办',
      '天津市委金融办',
      '天津市市场监管委',
      '天津市商务局',
    ]);
    expect([...up].sort()).toEqual([...BY_NAME].sort());
  });

  test('ascending if no direction is given, and by number or name if no order is given', async () => {
    const { a, b, c } = await ask(
      server.url,
      `{ a: reformItems(first: 2, orderBy: {field: TITLE}) { nodes { number } }
         b: reformItems(first: 2) { nodes { number } }
         c: agencies(first: 1) { nodes { name } } }`,
    );
    expect(a.nodes).toEqual([{ number: 37 }, { number: 4 }]);
    expect(b.nodes).toEqual([{ number: 1 }, { number: 2 }]);
    expect(c.nodes).toEqual([{ name: '国家外汇管理局天津市分局' }]);
  });

  test('an order also pages through a filtered list', async () => {
    const list = {
      list: 'reformItems(filter: {regions: ["京津冀"]}, orderBy: {field: TITLE})',
      node: 'number',
    };
    const expected = BY_TITLE.filter((number) => handRead.jingjinji.includes(number));
    expect(nodesOf(await walk(server.url, list, 4))).toEqual(expected);
    const kinds = { list: 'agencies(filter: {kinds: [FINANCIAL_REGULATOR]})', node: 'name' };
    expect(nodesOf(await walk(server.url, kinds, 2))).toEqual([
      '国家外汇管理局天津市分局',
      '天津证监局',
      '中国人民银行天津市分行',
    ]);
  });
});
