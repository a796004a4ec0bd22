import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, handRead } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { type List, nodesOf, readPage, walk } from '../../support/walk.ts';

const ITEMS: List = { list: 'reformItems', node: 'number' };

const codePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Most shared items first; ties by the ids of both agencies. */
const PAIRS = handRead.pairs
  .map(({ agencies, items }) => ({ names: [...agencies].sort(codePoints), shared: items.length }))
  .map(({ names, shared }) => ({ names, shared, id: names.map((name) => `Agency:${name}`).join(' ') }))
  .sort((a, b) => b.shared - a.shared || codePoints(a.id, b.id))
  .map(({ names }) => names.map((name) => ({ name })));

/** Every list of the schema, with all its elements from the bulletin. */
const LISTS: [string, List, readonly unknown[]][] = [
  ['items of an agency', { of: 'agency(name: "天津市商务局")', ...ITEMS }, [4, 6, 7, 17, 42]],
  ['items of a zone', { of: 'pilotZone(name: "东疆")', ...ITEMS }, [4, 7, 8, 9, 22]],
  ['items of a theme', { of: 'theme(name: "商业保理")', ...ITEMS }, [11, 12, 13, 14, 18]],
  ['items of an upper theme', { of: 'theme(name: "绿色低碳")', ...ITEMS }, [8, 10, 16, 17]],
  ['items of a region', { of: 'region(name: "京津冀")', ...ITEMS }, [1, 5, 25, 33, 35, 43]],
  ['items of a batch', { of: 'batch(code: "tj-7")', ...ITEMS }, ALL_ITEMS],
  [
    'agencies of an item, as printed',
    { of: 'reformItem(code: "tj-7-17")', list: 'agencies', node: 'name' },
    ['天津市生态环境局', '天津市委金融办', '天津市商务局', '天津市发展改革委'],
  ],
  [
    'themes of an item, by pinyin',
    { of: 'reformItem(code: "tj-7-23")', list: 'themes', node: 'name' },
    ['商事登记', '数字政务', '政务服务'],
  ],
  ['zones of an item', { of: 'reformItem(code: "tj-7-4")', list: 'zones', node: 'name' }, ['东疆片区']],
  [
    'co-owners of an agency, most shared first, then by id',
    { of: 'agency(name: "天津市商务局")', list: 'coOwners', node: 'name' },
    ['天津海关', '天津市发展改革委', '天津市委金融办', '天津市生态环境局', '天津自贸试验区管委会'],
  ],
  [
    'zones, by pinyin',
    { list: 'pilotZones', node: 'name' },
    ['东疆片区', '高新区联动创新区', '机场片区', '生态城联动创新区', '天津自贸试验区', '中心商务片区'],
  ],
  ['pairs of agencies', { list: 'coOwnerships', node: 'agencies { name }' }, PAIRS],
];

describeForEachEngine('paging', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  test('43 items forwards in pages of 7: six full pages and one item', async () => {
    const pages = await walk(server.url, ITEMS, 7);
    expect(pages.map(({ nodes }) => nodes)).toEqual([
      [1, 2, 3, 4, 5, 6, 7],
      [8, 9, 10, 11, 12, 13, 14],
      [15, 16, 17, 18, 19, 20, 21],
      [22, 23, 24, 25, 26, 27, 28],
      [29, 30, 31, 32, 33, 34, 35],
      [36, 37, 38, 39, 40, 41, 42],
      [43],
    ]);
    pages.forEach(({ pageInfo, cursors, totalCount }, index) => {
      expect(pageInfo).toEqual({
        hasNextPage: index < 6,
        hasPreviousPage: index > 0,
        startCursor: cursors[0],
        endCursor: cursors.at(-1),
      });
      expect(totalCount).toBe(43);
    });
    expect(new Set(pages.flatMap(({ cursors }) => cursors)).size).toBe(43);
  });

  test('backwards: the same items, each page in list order', async () => {
    const pages = await walk(server.url, ITEMS, 7, 'backwards');
    expect(pages.map(({ nodes }) => nodes)).toEqual([
      [37, 38, 39, 40, 41, 42, 43],
      [30, 31, 32, 33, 34, 35, 36],
      [23, 24, 25, 26, 27, 28, 29],
      [16, 17, 18, 19, 20, 21, 22],
      [9, 10, 11, 12, 13, 14, 15],
      [2, 3, 4, 5, 6, 7, 8],
      [1],
    ]);
    pages.forEach(({ pageInfo, cursors, totalCount }, index) => {
      expect(pageInfo).toEqual({
        hasNextPage: index > 0,
        hasPreviousPage: index < 6,
        startCursor: cursors[0],
        endCursor: cursors.at(-1),
      });
      expect(totalCount).toBe(43);
    });
  });

  test('a page that ends exactly at the end of the list has no next page', async () => {
    const { nodes, pageInfo } = await readPage(server.url, ITEMS, { first: 43 });
    expect(nodes).toEqual(ALL_ITEMS);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });

  test('20 nodes if no size is given, and at most 100', async () => {
    expect((await readPage(server.url, ITEMS, {})).nodes).toEqual(ALL_ITEMS.slice(0, 20));
    expect((await readPage(server.url, ITEMS, { first: 100 })).nodes).toEqual(ALL_ITEMS);
  });

  test('last alone returns the end of the list', async () => {
    const { nodes, pageInfo } = await readPage(server.url, ITEMS, { last: 3 });
    expect(nodes).toEqual([41, 42, 43]);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('before alone returns the 20 nodes before the cursor', async () => {
    const { cursors } = await readPage(server.url, ITEMS, { first: 30 });
    const { nodes } = await readPage(server.url, ITEMS, { before: cursors[29] as string });
    expect(nodes).toEqual(ALL_ITEMS.slice(9, 29));
  });

  test('after the last item: an empty page without cursors', async () => {
    const { pageInfo } = await readPage(server.url, ITEMS, { last: 1 });
    expect(await readPage(server.url, ITEMS, { first: 5, after: pageInfo.endCursor })).toEqual({
      nodes: [],
      cursors: [],
      totalCount: 43,
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('the cursor of an edge and the cursor in pageInfo are the same position', async () => {
    const { cursors } = await readPage(server.url, ITEMS, { first: 10 });
    const { nodes } = await readPage(server.url, ITEMS, { first: 2, after: cursors[4] as string });
    expect(nodes).toEqual([6, 7]);
  });

  test.each(LISTS)('%s: the same in pages of 2 from either end', async (_name, list, expected) => {
    const forwards = await walk(server.url, list, 2);
    expect(nodesOf(forwards)).toEqual(expected);
    expect(nodesOf(await walk(server.url, list, 2, 'backwards'), 'backwards')).toEqual(expected);
    expect(forwards.map(({ totalCount }) => totalCount)).toEqual(forwards.map(() => expected.length));
  });

  test('all 39 themes in pages of 10, each exactly once', async () => {
    const names = nodesOf(await walk(server.url, { list: 'themes', node: 'name' }, 10));
    expect(names).toHaveLength(39);
    expect(new Set(names).size).toBe(39);
    expect(names).toEqual(expect.arrayContaining(Object.keys(handRead.themeItems)));
  });
});
