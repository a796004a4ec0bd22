import { ask, refusal } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { PATIENT, startTestServer, type TestServer } from '../../support/test-server.ts';

/** Every query that takes a filter, with its numbers. */
const QUESTIONS = `query ($f: ReformItemFilter) {
  agencyNetwork(filter: $f) { nodeCount linkCount components density nodes { degree } links { jaccard } }
  coOwnershipMatrix(filter: $f) { agencies { name } counts cellCount omitted cells { jaccard } }
  named: coOwnershipMatrix(agencies: ["天津海关", "市商务局"], filter: $f) { counts cellCount omitted }
  crossTabulation(rows: REGION, columns: ZONE, filter: $f) {
    total counts rowTotals columnTotals cellCount emptyCellCount emptyRows { id } emptyColumns { id } cells { count }
  }
  coOwnerships(filter: $f) { totalCount nodes { jaccard } }
  agencies(filter: { reformItems: $f }) { totalCount nodes { name } }
  search(query: "天津", filter: $f) {
    totalCount kindCounts { count } edges { score } pageInfo { endCursor hasNextPage } facets { batches { count } }
  }
  reformItems(filter: $f) { totalCount facets { agencies(first: 100) { count } themes(first: 100) { count } batches { count } } }
}`;
const NO_ZONE_COUNTS = Array(6).fill(0);
const NOTHING = {
  agencyNetwork: { nodeCount: 0, linkCount: 0, components: 0, density: 0, nodes: [], links: [] },
  coOwnershipMatrix: { agencies: [], counts: [], cellCount: 0, omitted: 0, cells: [] },
  named: {
    counts: [
      [0, 0],
      [0, 0],
    ],
    cellCount: 0,
    omitted: 0,
  },
  crossTabulation: {
    total: 0,
    counts: [NO_ZONE_COUNTS, NO_ZONE_COUNTS],
    rowTotals: [0, 0],
    columnTotals: NO_ZONE_COUNTS,
    cellCount: 0,
    emptyCellCount: 12,
    emptyRows: [expect.anything(), expect.anything()],
    emptyColumns: NO_ZONE_COUNTS.map(() => expect.anything()),
    cells: [],
  },
  coOwnerships: { totalCount: 0, nodes: [] },
  agencies: { totalCount: 0, nodes: [] },
  search: {
    totalCount: 0,
    kindCounts: [],
    edges: [],
    pageInfo: { endCursor: null, hasNextPage: false },
    facets: { batches: [] },
  },
  reformItems: { totalCount: 0, facets: { agencies: [], themes: [], batches: [] } },
};

describeForEachEngine('filters that match nothing or everything', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, PATIENT);
  });
  afterAll(() => server.close());

  test.each([
    ['contradictory counts', { minAgencies: 3, maxAgencies: 2 }],
    ['contradictory zones', { zones: { allOf: ['东疆'], noneOf: ['东疆'] } }],
    ['a zone, and none', { zones: { anyOf: ['东疆'], isEmpty: true } }],
    ['not everything', { not: {} }],
    ['one of no filters', { or: [] }],
    ['text that is nowhere', { text: '月球基地' }],
    ['two regions at once', { and: [{ regions: ['天津市'] }, { regions: ['京津冀'] }] }],
  ])('%s: empty answers', async (_name, f) => {
    expect(await ask(server.url, QUESTIONS, { f })).toEqual(NOTHING);
  });

  test.each([
    ['agencies nobody knows', { agencies: { anyOf: ['没有'] } }, 'agencies', 23],
    ['a pair that shares nothing', { agencies: { allOf: ['天津海关', '天津海事局'] } }, 'agencies', 23],
    ['one of no themes', { themes: { anyOf: [] } }, 'themes', 30],
    // The themes of items outside the domain: all but its own six.
    [
      'a theme and not its domain',
      { themes: { anyOf: ['融资租赁'] }, not: { themes: { anyOf: ['金融开放创新'] } } },
      'themes',
      24,
    ],
    ['a batch that is not there', { batches: [8] }, 'batches', 1],
  ])('%s: the same, but its own facet shows the available values', async (_name, f, kind, values) => {
    const { reformItems, search, ...others } = await ask(server.url, QUESTIONS, { f });
    expect({ ...others, search: { ...search, facets: NOTHING.search.facets } }).toEqual({
      ...NOTHING,
      reformItems: undefined,
    });
    expect(reformItems.totalCount).toBe(0);
    for (const [facet, counts] of Object.entries<unknown[]>(reformItems.facets))
      expect([facet, counts.length]).toEqual([facet, facet === kind ? values : 0]);
  });

  test.each([
    ['left out', undefined],
    ['null', null],
    ['empty', {}],
    ['all of no filters', { and: [] }],
    ['everything', { or: [{ minAgencies: 1 }, { maxAgencies: 0 }] }],
  ])('%s: all items', async (_name, f) => {
    const { agencyNetwork, coOwnershipMatrix, crossTabulation, ...lists } = await ask(server.url, QUESTIONS, {
      f,
    });
    expect(agencyNetwork).toMatchObject({ nodeCount: 23, linkCount: 19, components: 10 });
    expect(coOwnershipMatrix).toMatchObject({ cellCount: 19, omitted: 0 });
    expect(lists.named).toEqual({
      counts: [
        [4, 2],
        [2, 5],
      ],
      cellCount: 1,
      omitted: 21,
    });
    expect(crossTabulation).toMatchObject({
      total: 43,
      rowTotals: [37, 6],
      columnTotals: [10, 7, 5, 5, 4, 2],
    });
    expect([lists.coOwnerships.totalCount, lists.agencies.totalCount]).toEqual([19, 23]);
    expect(lists.reformItems.totalCount).toBe(43);
    // With a filter, only items can match.
    expect(lists.search.kindCounts).toHaveLength(f == null ? 7 : 1);
  });

  test.each([
    ['{minAgencies: -1}', 'minAgencies'],
    ['{text: " "}', 'text'],
    [`{text: "${'x'.repeat(10_241)}"}`, 'text'],
    ['{and: [{}, {or: [{maxAgencies: -2}]}]}', 'and[1].or[0].maxAgencies'],
    [`{zones: {anyOf: [${'"东疆", '.repeat(201)}]}}`, 'zones'],
  ])('%s is refused by every query', async (f, nodeIndex) => {
    for (const [field, path] of [
      [`agencyNetwork(filter: ${f}) { nodeCount }`, 'filter'],
      [`coOwnershipMatrix(filter: ${f}) { cellCount }`, 'filter'],
      [`crossTabulation(rows: ZONE, columns: THEME, filter: ${f}) { total }`, 'filter'],
      [`search(query: "天津", filter: ${f}) { totalCount }`, 'filter'],
      [`agencies(filter: {reformItems: ${f}}) { totalCount }`, 'filter.reformItems'],
    ] as const) {
      expect(await refusal(server.url, `{ ${field} }`)).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
        argument: `${path}.${nodeIndex}`,
      });
    }
  });
});
