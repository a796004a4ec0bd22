import { ask, askEach } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { globalId } from '../../support/hand-read.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** Some nodes of every kind, with many and with few relationships. */
const ENDS = [
  globalId('Agency', '天津海关'),
  globalId('Agency', '天津市政务服务办'),
  globalId('Agency', '天津海事局'),
  globalId('PilotZone', '东疆片区'),
  globalId('PilotZone', '天津自贸试验区'),
  globalId('Theme', '融资租赁'),
  globalId('Theme', '营商环境'),
  globalId('ReformItem', 'tj-7-17'),
  globalId('Region', '京津冀'),
  globalId('Batch', 'tj-7'),
];
const PAIRS = ENDS.flatMap((from) => ENDS.filter((to) => to !== from).map((to) => [from, to] as const));

interface Path {
  readonly length: number;
  readonly nodes: readonly { id: string }[];
  readonly relationships: readonly { kind: string; from: { id: string }; to: { id: string } }[];
}
const PATH = '{ length nodes { id } relationships { kind from { id } to { id } } }';

/** The distance of each node from the first node of its list, by id. */
type Distances = ReadonlyMap<string, number>;

describeForEachEngine('paths and neighbourhoods', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const pathsOf = async (pairs: typeof PAIRS, options = ''): Promise<Path[][]> =>
    askEach(
      server.url,
      pairs.map(([from, to]) => `paths(from: "${from}", to: "${to}", first: 100${options}) { ...P }`),
      `fragment P on Path ${PATH}`,
      4,
    );
  const around = async (of: string, depth: number, options = ''): Promise<Distances> => {
    const { neighbourhood } = await ask(
      server.url,
      `{ neighbourhood(of: "${of}", depth: ${depth}, limit: 500${options}) { truncated nodes { distance node { id } } } }`,
    );
    expect(neighbourhood.truncated).toBe(false);
    return new Map(
      neighbourhood.nodes.map(({ distance, node }: { distance: number; node: { id: string } }) => [
        node.id,
        distance,
      ]),
    );
  };

  test.each([
    ['any way', ''],
    ['along responsibilities', ', through: [RESPONSIBLE_FOR]'],
    ['along what items are linked to', ', through: [HAS_THEME, PILOTED_IN, PROMOTED_TO]'],
  ])(
    '%s: the nodes of a path are in the neighbourhood of its start, at the same distance as on the path',
    async (_name, options) => {
      const paths = await pathsOf(PAIRS, options);
      const neighbourhoods = new Map<string, Distances>();
      for (const of of ENDS) neighbourhoods.set(of, await around(of, 3, options));
      let met = 0;
      for (const [index, [from, to]] of PAIRS.entries()) {
        const near = neighbourhoods.get(from) as Distances;
        const length = paths[index]?.[0]?.length ?? Number.POSITIVE_INFINITY;
        expect([from, to, near.get(to)]).toEqual([from, to, length <= 3 ? length : undefined]);
        for (const { nodes } of paths[index] ?? []) {
          for (const [steps, { id }] of nodes.slice(0, 4).entries()) {
            expect([from, to, id, near.get(id)]).toEqual([from, to, id, steps]);
            met += 1;
          }
        }
      }
      expect(met).toBeGreaterThan(10);
    },
  );

  test('a path joins its ends by connected relationships, visits no node twice, and no path is repeated', async () => {
    const paths = await pathsOf(PAIRS);
    expect(paths.filter(({ length }) => length > 0).length).toBeGreaterThan(PAIRS.length / 2);
    for (const [index, [from, to]] of PAIRS.entries()) {
      const some = paths[index] as Path[];
      expect(new Set(some.map(({ length }) => length)).size).toBeLessThanOrEqual(1);
      expect(
        new Set(some.map(({ nodes, relationships }) => JSON.stringify([nodes, relationships]))).size,
      ).toBe(some.length);
      for (const { length, nodes, relationships } of some) {
        const ids = nodes.map(({ id }) => id);
        expect([ids[0], ids.at(-1), relationships.length, new Set(ids).size]).toEqual([
          from,
          to,
          length,
          length + 1,
        ]);
        for (const [step, relationship] of relationships.entries())
          expect([relationship.from.id, relationship.to.id].sort()).toEqual(
            [ids[step], ids[step + 1]].sort(),
          );
        // Almost every node is connected through regions and batches, so no path passes through them.
        const between = ids.slice(1, -1).map((id) => Buffer.from(id, 'base64url').toString().split(':')[0]);
        expect(between.filter((label) => label === 'Region' || label === 'Batch')).toEqual([]);
      }
    }
  });

  test('the paths in both directions are the same', async () => {
    const turned = PAIRS.map(([from, to]) => [to, from] as const);
    const [there, back] = [await pathsOf(PAIRS), await pathsOf(turned)];
    const written = (paths: readonly Path[], reverse: boolean): string[] =>
      paths.map(({ nodes }) => (reverse ? [...nodes].reverse() : nodes).map(({ id }) => id).join(' ')).sort();
    for (const index of PAIRS.keys()) {
      const ways = written(there[index] ?? [], false);
      // With more than 100 paths, each direction shows its own first 100.
      if (ways.length < 100) expect(written(back[index] ?? [], true)).toEqual(ways);
      else expect(back[index]).toHaveLength(100);
    }
  });

  test('a smaller first returns the first paths, and a smaller maxLength omits longer paths', async () => {
    const all = await pathsOf(PAIRS);
    const asked = await askEach(
      server.url,
      PAIRS.map(([from, to]) => `paths(from: "${from}", to: "${to}", first: 2) { ...P }`),
      `fragment P on Path ${PATH}`,
      10,
    );
    expect(asked).toEqual(all.map((each) => each.slice(0, 2)));
    for (const most of [1, 2, 4]) {
      const short = await pathsOf(PAIRS, `, maxLength: ${most}`);
      expect(short).toEqual(all.map((each) => ((each[0]?.length ?? 0) <= most ? each : [])));
    }
  });

  test('a neighbourhood includes the smaller ones, and each relationship between its nodes once', async () => {
    for (const of of ENDS) {
      const [one, two, three] = [await around(of, 1), await around(of, 2), await around(of, 3)];
      for (const [id, distance] of two) {
        expect(three.get(id)).toBe(distance);
        expect(one.get(id)).toBe(distance <= 1 ? distance : undefined);
      }
      const { neighbourhood } = await ask(
        server.url,
        `{ neighbourhood(of: "${of}", limit: 500) { nodes { node { id } degrees { count } } relationships { kind from { id } to { id } } } }`,
      );
      const ids = new Set(neighbourhood.nodes.map(({ node }: { node: { id: string } }) => node.id));
      const written = neighbourhood.relationships.map((each: object) => JSON.stringify(each));
      expect(new Set(written).size).toBe(written.length);
      const ends = neighbourhood.relationships.map(({ from, to }: Path['relationships'][number]) => [
        from.id,
        to.id,
      ]);
      expect(ends.flat().every((id: string) => ids.has(id))).toBe(true);
      const degrees: { count: number }[] = neighbourhood.nodes[0].degrees;
      // The result shows all relationships of the centre node.
      expect(ends.filter((pair: string[]) => pair.includes(of))).toHaveLength(
        degrees.reduce((sum, { count }) => sum + count, 0),
      );
    }
  });
});
