import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ALL_ITEMS, ascending, handRead, upperThemeItems } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const { agencyItems, zoneItems, themeItems, pairs } = handRead;

/** The items of each node, by the field that returns it. */
const LISTS: readonly (readonly [string, Readonly<Record<string, readonly number[]>>])[] = [
  ['agency', agencyItems],
  ['pilotZone', zoneItems],
  ['theme', themeItems],
  ['theme', upperThemeItems],
  [
    'region',
    {
      京津冀: handRead.jingjinji,
      天津市: ALL_ITEMS.filter((number) => !handRead.jingjinji.includes(number)),
    },
  ],
];

describeForEachEngine('lists of items', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  test('a null direction is the same as an omitted one', async () => {
    const list = (orderBy: string) =>
      `reformItems(filter: {text: "企业"}, orderBy: {${orderBy}}, first: 5) { nodes { number } pageInfo { endCursor } }`;
    const { byNumber, plain, ranked, plainRanked } = await ask(
      server.url,
      `{
        byNumber: ${list('field: NUMBER, direction: null')}
        plain: ${list('field: NUMBER, direction: ASC')}
        ranked: ${list('field: RELEVANCE, direction: null')}
        plainRanked: ${list('field: RELEVANCE, direction: DESC')}
      }`,
    );
    expect(byNumber).toEqual(plain);
    expect(ranked).toEqual(plainRanked);
    expect(ranked.nodes).not.toEqual(byNumber.nodes);
  });

  test.each(LISTS)('the items of each %s, by number, and their count', async (field, expected) => {
    const found = await ask(
      server.url,
      `{ ${Object.keys(expected)
        .map(
          (name, at) =>
            `n${at}: ${field}(name: "${name}") { reformItems(first: 100) { totalCount nodes { number } } }`,
        )
        .join('\n')} }`,
    );
    for (const [at, [name, numbers]] of Object.entries(expected).entries())
      expect([name, found[`n${at}`].reformItems]).toEqual([
        name,
        { totalCount: numbers.length, nodes: numbers.map((number) => ({ number })) },
      ]);
  });

  test('the items of the batch are all of them', async () => {
    const { batch } = await ask(
      server.url,
      '{ batch(code: "tj-7") { reformItems(first: 100) { totalCount nodes { number } } } }',
    );
    expect(batch.reformItems).toEqual({ totalCount: 43, nodes: ALL_ITEMS.map((number) => ({ number })) });
  });

  test('an edge has the same data from either end', async () => {
    const edge = 'order printedName evidence { field start end quote }';
    const { agency, reformItem } = await ask(
      server.url,
      `{ agency(name: "天津海关") { reformItems(first: 1) { edges { node { number } ${edge} } } }
         reformItem(code: "tj-7-2") { agencies { edges { node { name } ${edge} } } } }`,
    );
    // 天津海关 has 2, 3, 4 and 7.
    const { node, ...ofAgency } = agency.reformItems.edges[0];
    expect(node).toEqual({ number: 2 });
    expect(ofAgency.evidence).not.toEqual([]);
    const other = reformItem.agencies.edges.find(
      (each: { node: { name: string } }) => each.node.name === '天津海关',
    );
    const { node: itself, ...ofItem } = other;
    expect(itself).toEqual({ name: '天津海关' });
    expect(ofAgency).toEqual(ofItem);
  });

  test('all 19 pairs of agencies, with their shared items and the share of the items of either', async () => {
    const { coOwnerships } = await ask(
      server.url,
      '{ coOwnerships(first: 100) { totalCount nodes { sharedCount jaccard agencies { name } sharedItems(first: 100) { number } } } }',
    );
    expect(coOwnerships.totalCount).toBe(19);
    const byNames = <T extends { readonly names: readonly string[] }>(all: readonly T[]): T[] =>
      [...all].sort((a, b) => (a.names.join() < b.names.join() ? -1 : 1));
    const found = coOwnerships.nodes.map(
      (pair: {
        agencies: { name: string }[];
        sharedCount: number;
        jaccard: number;
        sharedItems: { number: number }[];
      }) => ({
        names: pair.agencies.map(({ name }) => name).sort(),
        sharedCount: pair.sharedCount,
        jaccard: pair.jaccard,
        items: pair.sharedItems.map(({ number }) => number),
      }),
    );
    const expected = pairs.map(({ agencies: two, items }) => ({
      names: [...two].sort(),
      sharedCount: items.length,
      jaccard: items.length / ascending(new Set(two.flatMap((name) => agencyItems[name] ?? []))).length,
      items,
    }));
    expect(byNames(found)).toEqual(byNames(expected));
    expect(found[0]).toMatchObject({ names: ['天津市商务局', '天津海关'], items: [4, 7] });
  });

  test('one pair shares two items; seven pairs share items of 绿色金融, counted within the theme', async () => {
    const { twice, green } = await ask(
      server.url,
      `{ twice: coOwnerships(minShared: 2) { totalCount nodes { agencies { name } } }
         green: coOwnerships(filter: {themes: {anyOf: ["绿色金融"]}}) {
           totalCount nodes { jaccard agencies { name } sharedItems { number } } } }`,
    );
    expect(twice.totalCount).toBe(1);
    expect(twice.nodes[0].agencies.map(({ name }: { name: string }) => name).sort()).toEqual([
      '天津市商务局',
      '天津海关',
    ]);
    // 绿色金融: 8, 16, 17. Item 8 has two agencies, one pair; 16 has one; 17 has four, six pairs.
    expect(green.totalCount).toBe(7);
    const bankers = green.nodes.find(({ agencies }: { agencies: { name: string }[] }) =>
      agencies.some(({ name }) => name === '中国人民银行天津市分行'),
    );
    // 中国人民银行天津市分行 has 8; 天津市委金融办 has 8 and 17 of the theme's items.
    expect(bankers).toMatchObject({ jaccard: 1 / 2, sharedItems: [{ number: 8 }] });
  });
});
