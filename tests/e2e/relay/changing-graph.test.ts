import { ask, refusal } from '../../support/ask.ts';
import { bulletinRows, importRows, type Row } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ascending } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { type List, readPage, walk } from '../../support/walk.ts';

const ITEMS: List = { list: 'reformItems', node: 'number' };
const ADDED: Row = {
  number: 44,
  title: '新增事项',
  content: '东疆片区试行跨境电商。',
  scope: '天津市',
  agencies: '天津海关',
};
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** 41, 42 and 43 are removed, and 16 has another title. */
const CORRECTED = bulletinRows()
  .filter(({ number }) => number <= 40)
  .map((row) => (row.number === 16 ? { ...row, title: `${row.title}（更正）` } : row));

describeForEachEngine('a graph that changes between two pages', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());
  beforeEach(() => importRows(server.store, bulletinRows()));

  const version = async (): Promise<number> => (await ask(server.url, '{ graph { version } }')).graph.version;

  test('forwards: no item repeated and none lost, even if the item of the cursor is removed', async () => {
    const list: List = { list: 'reformItems(orderBy: {field: TITLE})', node: 'number' };
    const first = await readPage(server.url, list, { first: 19 });
    expect(first.nodes.at(-1)).toBe(43); // 冷链行业…
    expect(first.nodes).toContain(42);
    const before = await version();
    await importRows(server.store, CORRECTED);
    expect(await version()).toBe(before + 1);
    const second = await readPage(server.url, list, { first: 100, after: first.pageInfo.endCursor });
    expect(second.nodes.slice(0, 4)).toEqual([16, 9, 40, 31]); // 绿 全 设 深; 41 民营企业… is removed too
    expect(second.totalCount).toBe(40);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const read = [...first.nodes, ...second.nodes] as number[];
    expect(ascending(read)).toEqual([...range(1, 40), 42, 43]);
  });

  test('backwards: the items before the cursor are the same as before', async () => {
    const first = await readPage(server.url, ITEMS, { last: 3 });
    expect(first.nodes).toEqual([41, 42, 43]);
    await importRows(server.store, CORRECTED);
    const second = await readPage(server.url, ITEMS, { last: 100, before: first.pageInfo.startCursor });
    expect(second.nodes).toEqual(range(1, 40));
    expect(second.pageInfo.hasPreviousPage).toBe(false);
  });

  test('the end of a list continues after an item is added', async () => {
    const [end] = await walk(server.url, ITEMS, 100);
    expect(end?.pageInfo.hasNextPage).toBe(false);
    await importRows(server.store, [...bulletinRows(), ADDED]);
    const { nodes } = await readPage(server.url, ITEMS, { first: 5, after: end?.pageInfo.endCursor ?? null });
    expect(nodes).toEqual([44]);
  });

  /** Lists whose order depends on other nodes: by scores, and by the number of items. */
  const WORKED_OUT = [
    'search(query: "平台", first: 2, after: $c)',
    'search(query: "平台", kinds: [REFORM_ITEM], first: 2, after: $c)',
    'reformItems(filter: {text: "平台"}, orderBy: {field: RELEVANCE}, first: 2, after: $c)',
    'agencies(orderBy: {field: REFORM_ITEM_COUNT, direction: DESC}, first: 2, after: $c)',
    'coOwnerships(first: 2, after: $c)',
  ];

  test.each(WORKED_OUT)('a cursor of a list by scores or counts expires: %s', async (list) => {
    const query = `query ($c: String) { list: ${list} { totalCount pageInfo { endCursor } } }`;
    const { endCursor } = (await ask(server.url, query)).list.pageInfo;
    expect((await ask(server.url, query, { c: endCursor })).list.pageInfo.endCursor).not.toBe(endCursor);
    await importRows(server.store, [...bulletinRows(), ADDED]);
    expect(await refusal(server.url, query, { c: endCursor })).toEqual({
      status: 400,
      code: 'CURSOR_EXPIRED',
      argument: undefined,
      message:
        'after: the graph has changed since this cursor was made, and with it the order of the list; begin again without the cursor',
    });
    // A new cursor works.
    const anew = (await ask(server.url, query)).list.pageInfo.endCursor;
    await ask(server.url, query, { c: anew });
  });

  test('a cursor of an agency’s co-owners expires too, also backwards', async () => {
    const query = `query ($c: String) { agency(name: "天津市商务局") { coOwners(last: 1, before: $c) { pageInfo { startCursor } } } }`;
    const { startCursor } = (await ask(server.url, query)).agency.coOwners.pageInfo;
    await ask(server.url, query, { c: startCursor });
    await importRows(server.store, [...bulletinRows(), ADDED]);
    expect(await refusal(server.url, query, { c: startCursor })).toMatchObject({
      code: 'CURSOR_EXPIRED',
      message: expect.stringMatching(/^before: /),
    });
  });

  test('a cursor of one search text is not valid for another', async () => {
    const list = (text: string): string =>
      `query ($c: String) { list: reformItems(filter: {text: "${text}"}, orderBy: {field: RELEVANCE}, first: 2, after: $c) { pageInfo { endCursor } } }`;
    const { endCursor } = (await ask(server.url, list('平台'))).list.pageInfo;
    expect(await refusal(server.url, list('企业'), { c: endCursor })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  test('an agency removed from the graph still marks a position in the list', async () => {
    const list: List = { list: 'agencies', node: 'name' };
    const first = await readPage(server.url, list, { first: 7 });
    expect(first.nodes.at(-1)).toBe('天津市工信局');
    // 工信局, 城管委 and 水务局 have only item 32.
    await importRows(
      server.store,
      bulletinRows().map((row) => (row.number === 32 ? { ...row, agencies: '天津市政务服务办' } : row)),
    );
    const second = await readPage(server.url, list, { first: 3, after: first.pageInfo.endCursor });
    expect(second.nodes).toEqual(['天津市人社局', '天津市商务局', '天津市生态环境局']);
    expect(second.totalCount).toBe(20);
    expect((await ask(server.url, '{ agency(name: "天津市水务局") { name } }')).agency).toBeNull();
  });
});
