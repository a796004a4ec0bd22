import fc from 'fast-check';
import { NetworkMeasures, type WeightedLink } from '../../../../src/features/agency-network/measures.ts';
import { seededRandom } from '../../../../src/features/agency-network/seeded-random.ts';
import { groupsOf, linksOf, measuresOf, modularity, NETWORKS, reference } from './reference.ts';

describe('communities', () => {
  test.each(NETWORKS)('of %s divide the network as well as the best networkx division', (name) => {
    const expected = reference(name);
    const links = linksOf(expected.agencyItems);
    const names = Object.keys(expected.agencyItems);
    const theirs = new Map(
      expected.partition.flatMap((group, number) => group.map((agency) => [names.indexOf(agency), number])),
    );
    // This test uses the formula of networkx.
    expect(modularity(links, theirs)).toBeCloseTo(expected.modularity, 12);
    const found = modularity(links, measuresOf(expected).communities);
    expect(Math.abs(found - expected.modularity)).toBeLessThan(1e-3);
  });

  test('of the bulletin equal the reference, because no other division is as good', () => {
    const expected = reference('tianjin-7');
    const names = Object.keys(expected.agencyItems);
    const groups = [...groupsOf(measuresOf(expected).communities).values()];
    const byName = groups.map((group) => group.map((node) => names[node] as string).sort());
    expect(byName.sort(byFirst)).toEqual(expected.partition.map((group) => [...group].sort()).sort(byFirst));
  });

  test('of the bulletin are numbered by size; those of one agency by its position', () => {
    const expected = reference('tianjin-7');
    const names = Object.keys(expected.agencyItems);
    const numberOf = (agency: string) => measuresOf(expected).communities.get(names.indexOf(agency));
    // Sizes seven, four and three; then one each. 天津海事局 is the first of these in the list, 天津市人社局 the last.
    const numbers = ['天津市商务局', '天津市政务服务办', '天津市公安局', '天津海事局', '天津市人社局'].map(
      numberOf,
    );
    expect(numbers).toEqual([1, 2, 3, 4, 12]);
  });

  test.each([
    ['three loose pairs and one of the two in each', '12-2 14-1 25-1 34-1 45-1'],
    ['two pairs that share a third', '02-1 03-1 04-1 05-2 15-2 23-1'],
    ['a heavy pair and a light path', '01-1 03-1 04-1 13-2 26-1 35-1 36-2 45-2 46-1'],
  ])('have the highest modularity of all divisions: %s', (_name, text) => {
    // For some orders of the agencies, a single search ends at a worse division.
    const links = text.split(' ').map((link): WeightedLink => {
      const [a, b, weight] = [link.charAt(0), link.charAt(1), link.charAt(3)].map(Number) as [
        number,
        number,
        number,
      ];
      return { a, b, weight };
    });
    const nodes = [0, 1, 2, 3, 4, 5, 6];
    const best = Math.max(...divisions(nodes).map((division) => modularity(links, division)));
    expect(modularity(links, new NetworkMeasures(nodes, links).communities)).toBeCloseTo(best, 12);
  });

  test('never contain agencies from different components', () => {
    fc.assert(
      fc.property(networks, ({ nodes, links }) => {
        const { components, communities } = new NetworkMeasures(nodes, links);
        for (const group of groupsOf(communities).values()) {
          expect(new Set(group.map((node) => components.get(node))).size).toBe(1);
        }
      }),
    );
  });
});

/** Every division of the nodes: each node joins an earlier group or starts its own. */
const divisions = (nodes: readonly number[]): Map<number, number>[] =>
  nodes.reduce<Map<number, number>[]>(
    (before, node) =>
      before.flatMap((division) => {
        const groups = new Set(division.values()).size;
        return Array.from({ length: groups + 1 }, (_, group) => new Map(division).set(node, group));
      }),
    [new Map()],
  );

const byFirst = ([a = '']: readonly string[], [b = '']: readonly string[]): number => (a < b ? -1 : 1);

const networks = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: size }, (_, index) => 10 + index)),
    links: fc
      .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 3 })), {
        selector: ([a, b]) => Math.min(a, b) * 100 + Math.max(a, b),
        maxLength: 10,
      })
      .map((list) =>
        list
          .filter(([a, b]) => a !== b)
          .map(([a, b, weight]): WeightedLink => ({ a: 10 + a, b: 10 + b, weight })),
      ),
  }),
);

/** Merges the groups of both ends of every link, until each group is a connected component. */
function connectedGroups(nodes: readonly number[], links: readonly WeightedLink[]): number[][] {
  let groups = nodes.map((node) => [node]);
  for (const { a, b } of links) {
    const joined = groups.filter((group) => group.includes(a) || group.includes(b));
    groups = [...groups.filter((group) => !joined.includes(group)), joined.flat().sort((x, y) => x - y)];
  }
  return groups.sort((x, y) => y.length - x.length || (x[0] as number) - (y[0] as number));
}

describe('numbering', () => {
  test('numbers components from the largest to the smallest, and equal ones by their first node', () => {
    fc.assert(
      fc.property(networks, ({ nodes, links }) => {
        const groups = groupsOf(new NetworkMeasures(nodes, links).components);
        const expected = connectedGroups(nodes, links).map((group, index) => [index + 1, group]);
        expect([...groups].sort(([a], [b]) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('numbers communities from 1, from the largest to the smallest, and equal ones by their first node', () => {
    fc.assert(
      fc.property(networks, ({ nodes, links }) => {
        const groups = [...groupsOf(new NetworkMeasures(nodes, links).communities)].sort(([a], [b]) => a - b);
        expect(groups.map(([number]) => number)).toEqual(groups.map((_, index) => index + 1));
        const members = groups.map(([, group]) => group);
        const ordered = [...members].sort((x, y) => y.length - x.length || Math.min(...x) - Math.min(...y));
        expect(members).toEqual(ordered);
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same result every time', () => {
    for (const name of NETWORKS) {
      const [one, other] = [measuresOf(reference(name)), measuresOf(reference(name))];
      expect([...one.communities]).toEqual([...other.communities]);
      expect([...one.components]).toEqual([...other.components]);
    }
  });
});

describe('the seeded random number generator', () => {
  const some = (seed: number): number[] => {
    const next = seededRandom(seed);
    return Array.from({ length: 2000 }, next);
  };

  test('gives the same numbers for the same seed, and different ones for another seed', () => {
    expect(some(7)).toEqual(some(7));
    expect(some(7)).not.toEqual(some(8));
  });

  test('gives numbers in [0, 1), spread evenly', () => {
    const values = some(1);
    for (const value of values) expect(value >= 0 && value < 1).toBe(true);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const within = values.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(within).toBeGreaterThan(140);
      expect(within).toBeLessThan(260);
    }
  });
});
