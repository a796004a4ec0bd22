import { ask, askEach } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ascending, handRead, itemsWhere, upperThemeItems } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const LIST = '{ totalCount nodes { number } }';
const { jingjinji } = handRead;

/** A field of the filter, a field of Query, and the items of each name, read by hand. */
const WAYS: [string, string, Readonly<Record<string, readonly number[]>>][] = [
  ['agencies', 'agency', handRead.agencyItems],
  ['zones', 'pilotZone', handRead.zoneItems],
  ['themes', 'theme', { ...handRead.themeItems, ...upperThemeItems }],
];

describeForEachEngine('two ways to ask the same', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const listOf = (numbers: readonly number[]) => ({
    totalCount: numbers.length,
    nodes: ascending(numbers).map((number) => ({ number })),
  });

  test.each(WAYS)('items filtered by %s are those of the %s', async (kind, field, itemsOf) => {
    const names = Object.keys(itemsOf);
    expect(names.length).toBe({ agencies: 23, zones: 6, themes: 39 }[kind]);
    const filtered = await askEach(
      server.url,
      names.map((name) => `reformItems(filter: {${kind}: {anyOf: ["${name}"]}}, first: 100) ${LIST}`),
    );
    const owned = await askEach(
      server.url,
      names.map((name) => `${field}(name: "${name}") { reformItems(first: 100) ${LIST} }`),
    );
    const expected = names.map((name) => [name, listOf(itemsOf[name] ?? [])]);
    expect(names.map((name, index) => [name, filtered[index]])).toEqual(expected);
    expect(names.map((name, index) => [name, owned[index].reformItems])).toEqual(expected);
  });

  test('the same by region and by batch', async () => {
    const data = await ask(
      server.url,
      `{ a: reformItems(filter: {regions: ["京津冀"]}, first: 100) ${LIST}
         b: region(name: "京津冀") { reformItems(first: 100) ${LIST} }
         c: reformItems(filter: {regions: ["天津市"]}, first: 100) ${LIST}
         d: region(name: "天津市") { reformItems(first: 100) ${LIST} }
         e: reformItems(filter: {batches: [7]}, first: 100) ${LIST}
         f: batch(code: "tj-7") { reformItems(first: 100) ${LIST} } }`,
    );
    expect(data.a).toEqual(listOf(jingjinji));
    expect(data.b.reformItems).toEqual(data.a);
    expect(data.c).toEqual(listOf(itemsWhere(({ region }) => region === '天津市')));
    expect(data.d.reformItems).toEqual(data.c);
    expect(data.e.totalCount).toBe(43);
    expect(data.f.reformItems).toEqual(data.e);
  });

  test('each item has its agencies in printed order, and its zones, themes and region, as read by hand', async () => {
    const { reformItems } = await ask(
      server.url,
      `{ reformItems(first: 100) { nodes { number title promotedTo { name }
           agencies { totalCount nodes { name } } zones { nodes { name } } themes { nodes { name } } } } }`,
    );
    interface Names {
      nodes: { name: string }[];
    }
    interface Item extends Record<'agencies' | 'zones' | 'themes', Names> {
      number: number;
      title: string;
      promotedTo: { name: string };
    }
    const names = ({ nodes }: Names): string[] => nodes.map(({ name }) => name);
    expect(
      reformItems.nodes.map(({ number, title, promotedTo, agencies, zones, themes }: Item) => ({
        number,
        title,
        region: promotedTo.name,
        agencies: names(agencies),
        zones: names(zones).sort(),
        themes: names(themes).sort(),
      })),
    ).toEqual(
      handRead.items.map(({ number, title, region, agencies, zones, themes }) => ({
        number,
        title,
        region,
        agencies,
        zones: zones.map(({ name }) => name).sort(),
        themes: themes.map(({ name }) => name).sort(),
      })),
    );
    const responsibilities = reformItems.nodes.map(
      (item: { agencies: { totalCount: number } }) => item.agencies.totalCount,
    );
    expect(responsibilities.reduce((sum: number, count: number) => sum + count, 0)).toBe(57);
  });

  test('the pairs are those of the bulletin, and each agency’s co-owners are the pairs that it is in', async () => {
    const { coOwnerships, agencies } = await ask(
      server.url,
      `{ coOwnerships(first: 100) { totalCount nodes { agencies { name } sharedItems { number } } }
         agencies(first: 23) { nodes { name coOwners {
           totalCount edges { node { name } sharedCount sharedItems(first: 5) { number } } } } } }`,
    );
    interface Shared {
      sharedItems: { number: number }[];
    }
    const numbers = ({ sharedItems }: Shared): number[] => sharedItems.map(({ number }) => number);
    const described = (names: readonly string[], items: readonly number[]): string =>
      `${[...names].sort().join(' ')}: ${items.join(' ')}`;
    const expected = handRead.pairs.map(({ agencies, items }) => described(agencies, items)).sort();
    expect(coOwnerships.totalCount).toBe(19);
    expect(
      coOwnerships.nodes
        .map((pair: Shared & { agencies: { name: string }[] }) =>
          described(
            pair.agencies.map(({ name }) => name),
            numbers(pair),
          ),
        )
        .sort(),
    ).toEqual(expected);

    interface Owner {
      name: string;
      coOwners: { totalCount: number; edges: (Shared & { node: { name: string }; sharedCount: number })[] };
    }
    const twice = agencies.nodes.flatMap(({ name, coOwners }: Owner) => {
      expect(coOwners.totalCount).toBe(coOwners.edges.length);
      return coOwners.edges.map((edge) => {
        expect(edge.sharedCount).toBe(edge.sharedItems.length);
        return described([name, edge.node.name], numbers(edge));
      });
    });
    expect(twice.sort()).toEqual([...expected, ...expected].sort());
  });

  test('the counts of themes, zones and agencies equal those of the lists', async () => {
    const themeCounts = await ask(
      server.url,
      '{ agency(name: "市委金融办") { themes { count theme { name } } zones { count zone { name } } } }',
    );
    // 8 11 12 13 17 18 19; the lists are sorted by count, then by pinyin.
    expect(
      themeCounts.agency.themes.map((each: { count: number; theme: { name: string } }) => [
        each.theme.name,
        each.count,
      ]),
    ).toEqual([
      ['商业保理', 4],
      ['绿色金融', 2],
      ['资产证券化', 2],
      ['供应链金融', 1],
      ['企业上市', 1],
      ['融资租赁', 1],
      ['碳交易', 1],
    ]);
    expect(
      themeCounts.agency.zones.map((each: { count: number; zone: { name: string } }) => [
        each.zone.name,
        each.count,
      ]),
    ).toEqual([
      ['中心商务片区', 3],
      ['东疆片区', 1],
      ['天津自贸试验区', 1],
    ]);
    const { pilotZone, theme } = await ask(
      server.url,
      `{ pilotZone(name: "东疆") { agencies { count agency { name } } }
         theme(name: "绿色低碳") { agencies { count agency { name } } zones { count zone { name } } } }`,
    );
    const counts = (rows: { count: number; agency: { name: string } }[]) =>
      rows.map(({ count, agency }) => [agency.name, count]);
    expect(counts(pilotZone.agencies)).toEqual([
      ['天津海关', 2],
      ['天津市商务局', 2],
      ['国家外汇管理局天津市分局', 1],
      ['天津市市场监管委', 1],
      ['天津市委金融办', 1],
      ['中国人民银行天津市分行', 1],
    ]);
    expect(counts(theme.agencies)[0]).toEqual(['天津市委金融办', 2]); // 8 and 17, though 17 has both lower themes
    expect(theme.agencies).toHaveLength(7);
  });
});
