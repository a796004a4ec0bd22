import { ask, askEach } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { handRead, upperThemeItems } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const FACETS = `{
  agencies(first: 100) { count value: agency { name } }
  zones(first: 100) { count value: zone { name } }
  themes(first: 100) { count value: theme { name } }
  domains(first: 100) { count value: theme { name } }
  regions(first: 100) { count value: region { name } }
  batches(first: 100) { count value: batch { number } }
}`;
type Filter = Record<string, unknown>;
type Facets = Record<string, { count: number; value: { name: string; number: number } }[]>;
/** The filter with one value selected, in place of its previous condition on that kind. */
const CHOOSE: Record<string, (filter: Filter, value: { name: string; number: number }) => Filter> = {
  agencies: (filter, { name }) => ({ ...filter, agencies: { anyOf: [name] } }),
  zones: (filter, { name }) => ({ ...filter, zones: { anyOf: [name] } }),
  themes: (filter, { name }) => ({ ...filter, themes: { anyOf: [name] } }),
  domains: (filter, { name }) => ({ ...filter, themes: { anyOf: [name] } }),
  regions: (filter, { name }) => ({ ...filter, regions: [name] }),
  batches: (filter, { number }) => ({ ...filter, batches: [number] }),
};
const FILTERS: [string, Filter][] = [
  ['nothing chosen', {}],
  ['a zone', { zones: { anyOf: ['机场片区'] } }],
  ['two zones', { zones: { anyOf: ['东疆', '中心商务片区'] } }],
  ['a zone and a theme', { zones: { anyOf: ['机场片区'] }, themes: { anyOf: ['政务服务'] } }],
  ['a domain and a region', { themes: { anyOf: ['营商环境'] }, regions: ['天津市'] }],
  ['an agency and a text', { agencies: { anyOf: ['市委金融办'] }, text: '融资' }],
  [
    'all of every kind',
    {
      agencies: { anyOf: ['市商务局'] },
      zones: { noneOf: ['东疆'] },
      themes: { isEmpty: false },
      regions: ['天津市'],
      batches: [7],
    },
  ],
  [
    'nested parts, which always count',
    {
      zones: { isEmpty: false },
      or: [{ zones: { anyOf: ['东疆'] } }, { minAgencies: 2 }],
      not: { regions: ['京津冀'] },
    },
  ],
  ['what no item meets', { zones: { anyOf: ['东疆'] }, regions: ['京津冀'] }],
]; // prettier-ignore

/** Writes a value as a GraphQL literal. */
const literal = (value: unknown): string => JSON.stringify(value).replace(/"(\w+)":/g, '$1: ');

describeForEachEngine('facets and the counts that they give', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  /** Compares the count of each facet value with the count of the field if that value is selected. */
  async function expectKept(
    facets: Facets,
    filter: Filter,
    field: (filter: string) => string,
  ): Promise<number> {
    const values = Object.entries(facets).flatMap(([kind, counts]) =>
      counts.map((each) => ({ kind, ...each })),
    );
    const answers = await askEach(
      server.url,
      values.map(({ kind, value }) => field(literal(CHOOSE[kind]?.(filter, value)))),
    );
    const counted = answers.map((answer) => (answer.reformItems ?? answer).totalCount);
    expect(values.map(({ kind, value, count }) => [kind, value, count])).toEqual(
      values.map(({ kind, value }, index) => [kind, value, counted[index]]),
    );
    for (const [kind, counts] of Object.entries(facets)) {
      const sorted = counts.map(({ count }) => count);
      expect([kind, sorted]).toEqual([kind, [...sorted].sort((a, b) => b - a)]);
      expect(sorted.every((count) => count > 0)).toBe(true);
    }
    return values.length;
  }

  test.each(FILTERS)('of items, with %s', async (_name, filter) => {
    const { reformItems } = await ask(
      server.url,
      `{ reformItems(filter: ${literal(filter)}) { facets ${FACETS} } }`,
    );
    await expectKept(reformItems.facets, filter, (chosen) => `reformItems(filter: ${chosen}) { totalCount }`);
  });

  test.each(FILTERS)('of a search, with %s', async (_name, filter) => {
    for (const query of ['服务', '天津 -保理']) {
      const search = (f: string): string => `search(query: "${query}", filter: ${f})`;
      const data = await ask(server.url, `{ ${search(literal(filter))} { facets ${FACETS} } }`);
      await expectKept(data.search.facets, filter, (chosen) => `${search(chosen)} { totalCount }`);
    }
  });

  test.each([
    ['region(name: "京津冀")', { themes: { anyOf: ['营商环境'] } }],
    ['region(name: "天津市")', { zones: { anyOf: ['东疆'] } }],
    ['batch(code: "tj-7")', { agencies: { anyOf: ['天津海关'] } }],
  ])('of the items of %s', async (owner, filter) => {
    const data = await ask(
      server.url,
      `{ owner: ${owner} { reformItems(filter: ${literal(filter)}) { facets ${FACETS} } } }`,
    );
    const values = await expectKept(
      data.owner.reformItems.facets,
      filter,
      (chosen) => `${owner} { reformItems(filter: ${chosen}) { totalCount } }`,
    );
    expect(values).toBeGreaterThan(5);
  });

  test('with nothing selected they equal the hand-made counts, and no value is missing', async () => {
    const { reformItems } = await ask(server.url, `{ reformItems { facets ${FACETS} } }`);
    const counted = (itemsOf: Readonly<Record<string, readonly number[]>>) =>
      new Map(Object.entries(itemsOf).map(([name, items]) => [name, items.length]));
    const facetOf = (kind: string) =>
      new Map((reformItems.facets as Facets)[kind]?.map(({ count, value }) => [value.name, count]));
    expect(facetOf('agencies')).toEqual(counted(handRead.agencyItems));
    expect(facetOf('zones')).toEqual(counted(handRead.zoneItems));
    expect(facetOf('themes')).toEqual(counted(handRead.themeItems));
    expect(facetOf('domains')).toEqual(counted(upperThemeItems));
    expect(facetOf('regions')).toEqual(new Map(Object.entries(handRead.regions)));
    expect(reformItems.facets.batches).toEqual([{ count: 43, value: { number: 7 } }]);
  });

  test('all facets together with a page of 100 stay within the limits', async () => {
    const { reformItems } = await ask(
      server.url,
      `{ reformItems(first: 100) { totalCount nodes { title agencies(first: 5) { nodes { name } } } facets ${FACETS} } }`,
    );
    expect([reformItems.nodes.length, reformItems.facets.agencies.length]).toEqual([43, 23]);
  });

  test('a search for agencies only has no items to group', async () => {
    const { search } = await ask(
      server.url,
      `{ search(query: "天津", kinds: [AGENCY]) { totalCount facets ${FACETS} } }`,
    );
    // All 23 responsible agencies, and of those only named: 天津自贸试验区行政审批局, 天津自贸试验区创新发展局 and
    // 天津市药品化妆品审评查验中心滨海办公室.
    expect(search.totalCount).toBe(23 + 3);
    expect(Object.values(search.facets).flat()).toEqual([]);
  });
});
