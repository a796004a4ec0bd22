import type { Store } from '../../../src/store/store.ts';
import { ask } from '../../support/ask.ts';
import { bulletinRows, importRows, type Row } from '../../support/edited-bulletin.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Customs and maritime safety share no item. Here they share one, in a zone, with a theme that neither has yet. */
const JOINT: Row = {
  number: 1,
  title: '关港联动试办跨境电商极光航线',
  content: '东疆片区试行跨境电商极光航线。',
  scope: '京津冀',
  agencies: '天津海关 天津海事局',
};
const EVERYTHING = `{
  paths(from: "天津海关", to: "天津海事局", through: [RESPONSIBLE_FOR], maxLength: 8) { sentence }
  neighbourhood(of: "天津海事局", through: [RESPONSIBLE_FOR]) { nodes { distance } }
  agencyNetwork { linkCount components }
  coOwnershipMatrix { cell(row: "天津海关", column: "天津海事局") { sharedItems { code } } }
  crossTabulation(rows: THEME, columns: ZONE) { total cell(row: "跨境电商", column: "东疆") { items { code } } }
  agency(name: "天津海事局") { coOwners { nodes { name } } similar { agency { name } } }
  search(query: "极光航线") { totalCount nodes { ... on ReformItem { code } } facets { zones { count } } }
  pinyin: search(query: "jiguanghangxian") { totalCount }
  reformItems(filter: {text: "极光"}, orderBy: {field: RELEVANCE}) { nodes { code } facets { batches { count } } }
}`;
const BEFORE = {
  paths: [],
  neighbourhood: { nodes: [{ distance: 0 }, { distance: 1 }] },
  agencyNetwork: { linkCount: 19, components: 10 },
  coOwnershipMatrix: { cell: null },
  crossTabulation: { total: 43, cell: { items: [] } },
  agency: { coOwners: { nodes: [] }, similar: [] },
  search: { totalCount: 0, nodes: [], facets: { zones: [] } },
  pinyin: { totalCount: 0 },
  reformItems: { nodes: [], facets: { batches: [] } },
};
const code = { code: 'tj-8-1' };
const AFTER = {
  // With two batches, a number alone no longer identifies an item.
  paths: [{ sentence: '天津海关 —负责→ tj-8-1 ←负责— 天津海事局' }],
  neighbourhood: { nodes: [{ distance: 0 }, { distance: 1 }, { distance: 1 }] },
  agencyNetwork: { linkCount: 20, components: 9 },
  coOwnershipMatrix: { cell: { sharedItems: [code] } },
  crossTabulation: { total: 44, cell: { items: [code] } },
  agency: {
    coOwners: { nodes: [{ name: '天津海关' }] },
    similar: expect.arrayContaining([{ agency: { name: '天津海关' } }, { agency: { name: '天津市商务局' } }]),
  },
  search: { totalCount: 1, nodes: [code], facets: { zones: [{ count: 1 }] } },
  pinyin: { totalCount: 1 },
  reformItems: { nodes: [code], facets: { batches: [{ count: 1 }] } },
};

describeForEachEngine('queries on a changing graph', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  test('the very next answers to every query include another batch', async () => {
    expect(await ask(server.url, EVERYTHING)).toEqual(BEFORE);
    await importRows(server.store, [JOINT], 8);
    expect(await ask(server.url, EVERYTHING)).toEqual(AFTER);
  });

  test('a corrected batch: the old words are not found, the new ones are', async () => {
    await importRows(
      server.store,
      [{ ...JOINT, title: '改名', content: '北极星计划', agencies: '天津海关' }],
      8,
    );
    const { a, b, paths, agencyNetwork } = await ask(
      server.url,
      `{ a: search(query: "极光") { totalCount } b: search(query: "北极星") { totalCount }
         paths(from: "天津海关", to: "天津海事局", through: [RESPONSIBLE_FOR], maxLength: 8) { sentence }
         agencyNetwork { linkCount } }`,
    );
    expect([a.totalCount, b.totalCount, paths, agencyNetwork.linkCount]).toEqual([0, 1, [], 19]);
  });

  test('after each of many changes, the next request sees the latest one', async () => {
    const rows = bulletinRows();
    for (let round = 1; round <= 5; round += 1) {
      const word = `第${'一二三四五'[round - 1]}轮试点`;
      await importRows(
        server.store,
        rows.map((row) => (row.number === 43 ? { ...row, title: word } : row)),
      );
      // Several requests at once: one of them reads the graph, and the others wait for the same read.
      const answers = await Promise.all(
        Array.from({ length: 4 }, () =>
          ask(
            server.url,
            `{ search(query: "\\"${word}\\"") { totalCount nodes { ... on ReformItem { title } } } graph { version } }`,
          ),
        ),
      );
      for (const { search } of answers) expect(search).toEqual({ totalCount: 1, nodes: [{ title: word }] });
      expect(new Set(answers.map(({ graph }) => graph.version)).size).toBe(1);
    }
  });

  test('an answer given during a change shows either the old or the new graph, never a mix', async () => {
    const rows = bulletinRows();
    const question =
      '{ search(query: "极光") { totalCount } agencyNetwork { linkCount } crossTabulation(rows: REGION, columns: BATCH) { total } }';
    const states = new Set<string>();
    await importRows(server.store, rows);
    await importRows(server.store, [{ ...JOINT, agencies: '天津海关', title: '甲', content: '乙' }], 8);
    let done = false;
    const asking = (async () => {
      while (!done) {
        const { search, agencyNetwork, crossTabulation } = await ask(server.url, question);
        states.add(`${search.totalCount} ${agencyNetwork.linkCount} ${crossTabulation.total}`);
      }
    })();
    for (let round = 0; round < 3; round += 1) {
      await importRows(server.store, [JOINT], 8);
      await importRows(server.store, [{ ...JOINT, agencies: '天津海关', title: '甲', content: '乙' }], 8);
    }
    done = true;
    await asking;
    expect(states.size).toBeGreaterThan(0);
    expect([...states].filter((state) => !['0 19 44', '1 20 44'].includes(state))).toEqual([]);
    expect(await ask(server.url, question)).toMatchObject({ agencyNetwork: { linkCount: 19 } });
  });

  test('repeated changes during a read: the next answer still shows the last change', async () => {
    let left = 0;
    const changing = (store: Store): Store =>
      new Proxy(store, {
        get: (target, property) => {
          const value = Reflect.get(target, property, target);
          if (typeof value !== 'function') return value;
          if (property !== 'read') return value.bind(target);
          const read: Store['read'] = async (statement, params) => {
            const rows = await target.read(statement, params);
            // The last read of the changes: it does not include the changes made from now on.
            if (statement.file === 'changes/blocks.cypher' && left > 0) {
              left -= 1;
              await importRows(target, [{ ...JOINT, title: `还剩${left}次` }], 8);
            }
            return rows;
          };
          return read;
        },
      });
    const busy = await startTestServer(engine, {}, changing);
    try {
      for (const changes of [1, 4, 5, 6]) {
        left = changes;
        await importRows(busy.store, [{ ...JOINT, title: '先改一次' }], 8);
        const question = '{ search(query: "\\"还剩0次\\"") { totalCount } }';
        for (let asked = 0; asked < 10 && left > 0; asked += 1) await ask(busy.url, question);
        expect([changes, left, await ask(busy.url, question)]).toEqual([
          changes,
          0,
          { search: { totalCount: 1 } },
        ]);
      }
    } finally {
      await busy.close();
    }
  });
});
