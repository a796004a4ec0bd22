import { ask } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { ascending, handRead } from '../../support/hand-read.ts';
import { PATIENT, startTestServer, type TestServer } from '../../support/test-server.ts';

interface Pair {
  readonly agencies: readonly { name: string }[];
  readonly sharedCount: number;
  readonly jaccard: number;
  readonly sharedItems: readonly { number: number }[];
}
const PAIR = '{ agencies { name } sharedCount jaccard sharedItems { number } }';
const MANY = `query ($f: ReformItemFilter) {
  coOwnerships(filter: $f, first: 100) { totalCount nodes ${PAIR} }
  agencyNetwork(filter: $f) { nodeCount linkCount density links ${PAIR}
    nodes { agency { name } reformItemCount degree weightedDegree pageRank component } components }
  coOwnershipMatrix(filter: $f) { agencies { name } counts cellCount omitted cells ${PAIR} }
}`;
const FILTERS: [string, object][] = [
  ['all items', {}],
  ['those of one zone', { zones: { anyOf: ['东疆'] } }],
  ['those of a domain', { themes: { anyOf: ['营商环境'] } }],
  ['those of several agencies', { minAgencies: 2 }],
  ['those for 京津冀', { regions: ['京津冀'] }],
  ['those of one agency', { agencies: { anyOf: ['市委金融办'] } }],
  ['some, by text', { text: '服务', not: { zones: { isEmpty: true } } }],
];

describeForEachEngine('the matrix, the network and the list of pairs', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine, PATIENT);
  });
  afterAll(() => server.close());

  const byNames = (pairs: readonly Pair[]): Map<string, Pair> =>
    new Map(
      pairs.map((pair) => [
        pair.agencies
          .map(({ name }) => name)
          .sort()
          .join(' '),
        pair,
      ]),
    );

  test.each(FILTERS)('of %s: have the same pairs with the same items', async (_name, f) => {
    const { coOwnerships, agencyNetwork, coOwnershipMatrix } = await ask(server.url, MANY, { f });
    expect(coOwnerships.nodes).toHaveLength(coOwnerships.totalCount);
    expect([agencyNetwork.linkCount, coOwnershipMatrix.cellCount]).toEqual(
      Array(2).fill(coOwnerships.totalCount),
    );
    expect(agencyNetwork.links).toEqual(coOwnershipMatrix.cells);
    expect(byNames(agencyNetwork.links)).toEqual(byNames(coOwnerships.nodes));
    for (const { sharedCount, sharedItems } of coOwnerships.nodes as Pair[])
      expect(sharedItems).toHaveLength(sharedCount);
  });

  test.each(FILTERS)(
    'of %s: the counts of the matrix equal those of the pairs and of the agencies',
    async (_name, f) => {
      const { coOwnerships, agencyNetwork, coOwnershipMatrix } = await ask(server.url, MANY, { f });
      const names: string[] = coOwnershipMatrix.agencies.map(({ name }: { name: string }) => name);
      const pairs = byNames(coOwnerships.nodes);
      const items = await ask(
        server.url,
        `query ($f: ReformItemFilter) { agencies(first: 100) { nodes { name reformItems(filter: $f) { totalCount } } } }`,
        { f },
      );
      const own = new Map<string, number>(
        items.agencies.nodes.map(
          ({ name, reformItems }: { name: string; reformItems: { totalCount: number } }) => [
            name,
            reformItems.totalCount,
          ],
        ),
      );
      expect([...names].sort()).toEqual([...own.keys()].filter((name) => own.get(name) !== 0).sort());
      expect(coOwnershipMatrix.omitted).toBe(0);
      expect(coOwnershipMatrix.counts).toEqual(
        names.map((a) =>
          names.map((b) => (a === b ? own.get(a) : (pairs.get([a, b].sort().join(' '))?.sharedCount ?? 0))),
        ),
      );
      for (const [key, { sharedCount, jaccard }] of pairs) {
        const [a = 0, b = 0] = key.split(' ').map((name) => own.get(name));
        expect(jaccard).toBeCloseTo(sharedCount / (a + b - sharedCount), 12);
      }
      const counted = new Map(
        agencyNetwork.nodes.map(
          ({ agency, reformItemCount }: { agency: { name: string }; reformItemCount: number }) => [
            agency.name,
            reformItemCount,
          ],
        ),
      );
      expect(counted).toEqual(new Map(names.map((name) => [name, own.get(name)])));
    },
  );

  test.each(FILTERS)('of %s: degrees, density and components follow from the links', async (_name, f) => {
    const { agencyNetwork } = await ask(server.url, MANY, { f });
    const { nodeCount, linkCount, density, links, nodes, components } = agencyNetwork;
    expect(nodes).toHaveLength(nodeCount);
    expect(density).toBeCloseTo(linkCount / ((nodeCount * (nodeCount - 1)) / 2), 12);
    for (const { agency, degree, weightedDegree } of nodes) {
      const own = (links as Pair[]).filter(({ agencies }) =>
        agencies.some(({ name }) => name === agency.name),
      );
      expect([agency.name, degree, weightedDegree]).toEqual([
        agency.name,
        own.length,
        own.reduce((sum, { sharedCount }) => sum + sharedCount, 0),
      ]);
    }
    const componentOf = new Map<string, number>(
      nodes.map(({ agency, component }: { agency: { name: string }; component: number }) => [
        agency.name,
        component,
      ]),
    );
    for (const { agencies } of links as Pair[])
      expect(new Set(agencies.map(({ name }) => componentOf.get(name))).size).toBe(1);
    expect(ascending(new Set(componentOf.values()))).toEqual(
      Array.from({ length: components }, (_, n) => n + 1),
    );
    const ranks = nodes.reduce((sum: number, { pageRank }: { pageRank: number }) => sum + pageRank, 0);
    expect(ranks).toBeCloseTo(1, 9);
  });

  test('every cell of five agencies and of the hand-read pairs, in either order of names', async () => {
    const five =
      handRead.itemsOwnedByTwoOrMore.length > 0 ? Object.keys(handRead.agencyItems).slice(1, 6) : [];
    const cells = five.flatMap((row) => five.map((column) => [row, column] as const));
    const asked = [...cells, ...handRead.pairs.map(({ agencies: [a = '', b = ''] }) => [b, a] as const)];
    for (const [row, column] of asked) {
      const { coOwnershipMatrix } = await ask(
        server.url,
        `{ coOwnershipMatrix(agencies: ["${row}"]) { cell(row: "${row}", column: "${column}") { sharedItems { number } } } }`,
      );
      const [a, b] = [handRead.agencyItems[row] ?? [], handRead.agencyItems[column] ?? []];
      const shared = row === column ? [] : a.filter((item) => b.includes(item));
      expect([row, column, coOwnershipMatrix.cell]).toEqual([
        row,
        column,
        shared.length === 0 ? null : { sharedItems: ascending(shared).map((number) => ({ number })) },
      ]);
    }
  });
});
