import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/http/start-server.ts';
import { importDocuments } from '../../src/store/load/import-document.ts';
import { ask, refusal } from '../support/ask.ts';
import { describeForEachEngine, openEmptyStore } from '../support/engines.ts';
import { seventh, shanghai, sixth } from '../support/three-bulletins.ts';

describeForEachEngine('several bulletins over HTTP', (engine) => {
  let server: RunningServer;
  beforeAll(async () => {
    const store = await openEmptyStore(engine);
    await importDocuments(store, [sixth(), seventh(), shanghai()]);
    server = await startServer(store, readConfig({ PORT: '0', LOG_LEVEL: 'silent' }));
    await server.ready;
  });
  afterAll(() => server.close());

  const codesOf = async (filter: string): Promise<string[]> => {
    const { reformItems } = await ask(server.url, `{ reformItems(filter: ${filter}) { nodes { code } } }`);
    return reformItems.nodes.map(({ code }: { code: string }) => code);
  };

  test('an item continues another, and is continued by another', async () => {
    const { reformItem } = await ask(
      server.url,
      '{ reformItem(code: "tj-6-1") { continues { code } continuedBy { code continues { code } batch { published } } } }',
    );
    expect(reformItem).toEqual({
      continues: [],
      continuedBy: [{ code: 'tj-7-1', continues: [{ code: 'tj-6-1' }], batch: { published: '2024-03-01' } }],
    });
  });

  test.each([
    ['{batch: "tj-6"}', ['tj-6-1', 'tj-6-2']],
    ['{batch: ["sh-3", "tj-7", "tj-9"]}', ['sh-3-1', 'tj-7-1', 'tj-7-2']],
    ['{batch: []}', []],
    ['{asOf: "2023-04-30"}', []],
    ['{asOf: "2023-05-01"}', ['tj-6-1', 'tj-6-2']],
    ['{asOf: "2024-02-29"}', ['tj-6-1', 'tj-6-2']],
    ['{asOf: "2024-03-01"}', ['tj-6-1', 'tj-6-2', 'tj-7-1', 'tj-7-2']],
    ['{asOf: "2099-12-31", batch: "sh-3"}', []],
    ['{asOf: "9999-12-31", batch: "sh-3"}', []],
    ['{not: {asOf: "2023-12-31"}}', ['sh-3-1', 'tj-7-1', 'tj-7-2']],
    ['{asOf: "2024-03-01", agencies: {anyOf: ["天津市商务局"]}}', ['tj-6-2', 'tj-7-1']],
  ])('reformItems %s', async (filter, codes) => {
    expect(await codesOf(filter)).toEqual(codes);
  });

  // In the sixth batch only: 海关 has both items, 商务局 the second. One query at a time: Neo4j plans each query first.
  const OF = 'filter: {asOf: "2023-12-31"}';
  test.each([
    ['agencies(filter: {reformItems: {asOf: "2023-12-31"}}) { totalCount }', { totalCount: 2 }],
    [
      `agency(name: "天津市商务局") { reformItems(${OF}) { totalCount } }`,
      { reformItems: { totalCount: 1 } },
    ],
    [
      `coOwnerships(${OF}) { nodes { agencies { name } sharedCount } }`,
      { nodes: [{ agencies: [{ name: '天津市商务局' }, { name: '天津海关' }], sharedCount: 1 }] },
    ],
    [
      `crossTabulation(rows: BATCH, columns: THEME, ${OF}) { total rowTotals }`,
      { total: 2, rowTotals: [2, 0, 0] },
    ],
    [`agencyNetwork(${OF}) { nodeCount }`, { nodeCount: 2 }],
    [
      `reformItems(${OF}) { facets { batches { batch { code } count } } }`,
      { facets: { batches: [{ batch: { code: 'tj-6' }, count: 2 }] } },
    ],
  ])('the same filter on %s', async (question, answer) => {
    expect(Object.values(await ask(server.url, `{ ${question} }`))).toEqual([answer]);
  });

  test('counts the batch facet without the batch filter', async () => {
    const { reformItems } = await ask(
      server.url,
      '{ reformItems(filter: {batch: "sh-3"}) { facets { batches { batch { code } count } } } }',
    );
    expect(reformItems.facets.batches).toEqual([
      { batch: { code: 'tj-6' }, count: 2 },
      { batch: { code: 'tj-7' }, count: 2 },
      { batch: { code: 'sh-3' }, count: 1 },
    ]);
  });

  test('compares two batches by theme, zone and agency', async () => {
    const parts = (first: string): string =>
      `themes(in: ${first}) { theme { name } countA countB } zones(in: ${first}) { zone { name } countA countB }
       agencies(in: ${first}) { agency { name } countA countB }`;
    const { either, onlyA, onlyB, both } = await ask(
      server.url,
      `{ either: batchComparison(a: "tj-6", b: "tj-7") { a { code } b { code } itemsA itemsB ${parts('EITHER')} }
         onlyA: batchComparison(a: "tj-6", b: "tj-7") { ${parts('ONLY_A')} }
         onlyB: batchComparison(a: "tj-6", b: "tj-7") { ${parts('ONLY_B')} }
         both: batchComparison(a: "tj-6", b: "tj-7", filter: {zones: {anyOf: ["东疆"]}}) { itemsA itemsB ${parts('BOTH')} } }`,
    );
    const [rail, factoring, carbon] = ['中欧班列', '商业保理', '碳交易'];
    const theme = (name: string | undefined, countA: number, countB: number) => ({
      theme: { name },
      countA,
      countB,
    });
    const zone = (name: string, countA: number, countB: number) => ({ zone: { name }, countA, countB });
    const agency = (name: string, countA: number, countB: number) => ({ agency: { name }, countA, countB });
    expect(either).toMatchObject({ a: { code: 'tj-6' }, b: { code: 'tj-7' }, itemsA: 2, itemsB: 2 });
    expect(either.themes).toEqual([theme(rail, 1, 1), theme(factoring, 1, 0), theme(carbon, 0, 1)]);
    expect(either.agencies).toEqual([
      agency('天津海关', 2, 1),
      agency('天津市商务局', 1, 1),
      agency('天津市司法局', 0, 1),
    ]);
    expect(onlyA).toEqual({
      themes: [theme(factoring, 1, 0)],
      zones: [zone('机场片区', 1, 0)],
      agencies: [],
    });
    expect(onlyB).toEqual({
      themes: [theme(carbon, 0, 1)],
      zones: [zone('高新区联动创新区', 0, 1)],
      agencies: [agency('天津市司法局', 0, 1)],
    });
    expect(both).toEqual({
      itemsA: 1,
      itemsB: 1,
      themes: [theme(rail, 1, 1)],
      zones: [zone('东疆片区', 1, 1)],
      agencies: [agency('天津海关', 1, 1)],
    });
  });

  test.each([
    ['{ reformItems(filter: {asOf: "2024-02-30"}) { totalCount } }', 'filter.asOf'],
    ['{ reformItems(filter: {or: [{asOf: "2024"}]}) { totalCount } }', 'filter.asOf'],
    ['{ agencies(filter: {reformItems: {asOf: ""}}) { totalCount } }', 'filter.reformItems.asOf'],
    ['{ batchComparison(a: "tj-6", b: "tj-9") { itemsA } }', 'b'],
    ['{ batchComparison(a: "6", b: "tj-7") { itemsA } }', 'a'],
    ['{ batchComparison(a: "tj-6", b: "tj-7") { themes(first: 0) { countA } } }', 'first'],
  ])('%s is refused, and the error names the argument', async (query, argument) => {
    expect(await refusal(server.url, query)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });
});
