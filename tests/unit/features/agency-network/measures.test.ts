import fc from 'fast-check';
import { NetworkMeasures, type WeightedLink } from '../../../../src/features/agency-network/measures.ts';
import { linksOf, measuresOf, NETWORKS, reference } from './reference.ts';

describe.each(NETWORKS)('the measures of %s, compared with networkx', (name) => {
  const expected = reference(name);
  const measures = measuresOf(expected);
  const names = Object.keys(expected.agencyItems);

  test.each([
    ['betweenness', 2],
    ['closeness', 3],
    ['pageRank', 4],
  ] as const)('%s', (measure, column) => {
    const values = measures[measure];
    expect(values.size).toBe(names.length);
    for (const [node, agency] of names.entries()) {
      const difference = Math.abs((values.get(node) ?? Number.NaN) - (expected.nodes[agency]?.[column] ?? 0));
      expect([agency, difference < 1e-9]).toEqual([agency, true]);
    }
  });

  test('density and the number of components', () => {
    expect(measures.density).toBeCloseTo(expected.density, 12);
    expect(new Set(measures.components.values()).size).toBe(expected.components);
  });

  test('PageRank sums to 1 over all nodes', () => {
    const sum = [...measures.pageRank.values()].reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(1, 9);
  });
});

test('the reference has isolated agencies, several components and link weights above 1', () => {
  for (const name of NETWORKS) {
    const { agencyItems, components, nodes } = reference(name);
    expect(Object.values(nodes).filter(([degree]) => degree === 0).length).toBeGreaterThanOrEqual(2);
    expect(components).toBeGreaterThan(3);
    expect(Math.max(...linksOf(agencyItems).map(({ weight }) => weight))).toBeGreaterThan(1);
  }
});

/** All measures as plain data. */
const all = (nodes: readonly number[], links: readonly WeightedLink[]) => {
  const { density, betweenness, closeness, pageRank, components, communities } = new NetworkMeasures(
    nodes,
    links,
  );
  return {
    density,
    ...Object.fromEntries(
      Object.entries({ betweenness, closeness, pageRank, components, communities }).map(
        ([measure, values]) => [measure, Object.fromEntries(values)],
      ),
    ),
  };
};

describe('the smallest networks', () => {
  test('an empty network has no values', () => {
    const nothing = { betweenness: {}, closeness: {}, pageRank: {}, components: {}, communities: {} };
    expect(all([], [])).toEqual({ density: 0, ...nothing });
  });

  test('a single agency has PageRank 1, and density, betweenness and closeness 0', () => {
    expect(all([7], [])).toEqual({
      density: 0,
      betweenness: { 7: 0 },
      closeness: { 7: 0 },
      pageRank: { 7: 1 },
      components: { 7: 1 },
      communities: { 7: 1 },
    });
  });

  test('two agencies that share nothing are two components and two communities', () => {
    expect(all([3, 7], [])).toEqual({
      density: 0,
      betweenness: { 3: 0, 7: 0 },
      closeness: { 3: 0, 7: 0 },
      pageRank: { 3: 0.5, 7: 0.5 },
      components: { 3: 1, 7: 2 },
      communities: { 3: 1, 7: 2 },
    });
  });

  test('two agencies that share items are one component and one community, with closeness 1', () => {
    expect(all([3, 7], [{ a: 3, b: 7, weight: 5 }])).toEqual({
      density: 1,
      betweenness: { 3: 0, 7: 0 },
      closeness: { 3: 1, 7: 1 },
      pageRank: { 3: 0.5, 7: 0.5 },
      components: { 3: 1, 7: 1 },
      communities: { 3: 1, 7: 1 },
    });
  });

  test('three in a row: the middle one lies on the only path between the others, whatever the weights', () => {
    const { density, betweenness, closeness } = new NetworkMeasures(
      [1, 2, 3],
      [
        { a: 1, b: 2, weight: 9 },
        { a: 2, b: 3, weight: 1 },
      ],
    );
    expect(density).toBeCloseTo(2 / 3, 12);
    expect([...betweenness.values()]).toEqual([0, 1, 0]);
    // Two steps to one node and one step to the other: 2 / 3.
    expect([...closeness.values()]).toEqual([2 / 3, 1, 2 / 3]);
  });
});

const networks = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: size }, (_, index) => index * 3)),
    links: fc
      .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 4 })), {
        selector: ([a, b]) => [a, b].sort().join(),
        maxLength: 14,
      })
      .map((list) =>
        list
          .filter(([a, b]) => a !== b)
          .map(([a, b, weight]): WeightedLink => ({ a: a * 3, b: b * 3, weight })),
      ),
  }),
);

/** The smallest number of steps between any two nodes (Floyd-Warshall). */
function distancesOf(nodes: readonly number[], links: readonly WeightedLink[]): Map<string, number> {
  const distances = new Map<string, number>();
  const of = (a: number, b: number): number => distances.get(`${a} ${b}`) ?? Number.POSITIVE_INFINITY;
  for (const node of nodes) distances.set(`${node} ${node}`, 0);
  for (const { a, b } of links) distances.set(`${a} ${b}`, 1).set(`${b} ${a}`, 1);
  for (const over of nodes) {
    for (const a of nodes) {
      for (const b of nodes) distances.set(`${a} ${b}`, Math.min(of(a, b), of(a, over) + of(over, b)));
    }
  }
  return distances;
}

test('closeness by its formula: reached nodes over the steps to them, times their share of all other nodes', () => {
  fc.assert(
    fc.property(networks, ({ nodes, links }) => {
      const distances = distancesOf(nodes, links);
      const { closeness } = new NetworkMeasures(nodes, links);
      for (const node of nodes) {
        const steps = nodes
          .filter((other) => other !== node)
          .map((other) => distances.get(`${node} ${other}`) as number)
          .filter(Number.isFinite);
        const sum = steps.reduce((total, step) => total + step, 0);
        const expected = sum === 0 ? 0 : (steps.length / sum) * (steps.length / (nodes.length - 1));
        expect(closeness.get(node)).toBeCloseTo(expected, 12);
      }
    }),
  );
});

test('the same network gives the same values, and weights change neither betweenness nor closeness', () => {
  fc.assert(
    fc.property(networks, ({ nodes, links }) => {
      expect(all(nodes, links)).toEqual(all(nodes, links));
      const light = new NetworkMeasures(
        nodes,
        links.map((link) => ({ ...link, weight: 1 })),
      );
      const heavy = new NetworkMeasures(nodes, links);
      expect([...heavy.betweenness]).toEqual([...light.betweenness]);
      expect([...heavy.closeness]).toEqual([...light.closeness]);
    }),
  );
});
