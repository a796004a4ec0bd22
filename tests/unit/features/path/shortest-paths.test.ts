import fc from 'fast-check';
import { labels, relationshipTypes } from '../../../../src/domain/model.ts';
import { shortestPaths } from '../../../../src/features/path/shortest-paths.ts';
import { traversal } from '../../../../src/features/relationship/traversal.ts';
import { longGraphs, type PlainGraph, plainGraphs, plainSnapshot } from '../../../support/random-graphs.ts';
import { indexOf } from '../../../support/snapshots.ts';
import { type PlainStep, plainShortestPaths, programPaths, type Question } from './plain-paths.ts';

/** Two different nodes of the graph, and the allowed relationship types. */
const question = ({ ids }: PlainGraph): fc.Arbitrary<Question> =>
  fc
    .record({
      ends: fc.shuffledSubarray([...ids], { minLength: 2, maxLength: 2 }),
      maxLength: fc.integer({ min: 1, max: 8 }),
      through: fc.option(fc.subarray(relationshipTypes, { minLength: 5 }), { freq: 2 }),
    })
    .map(({ ends: [from = '', to = ''], maxLength, through }) => ({ from, to, maxLength, through }));

const asked = (graphs: fc.Arbitrary<PlainGraph>): fc.Arbitrary<[PlainGraph, Question]> =>
  graphs.chain((graph) => fc.tuple(fc.constant(graph), question(graph)));

const agree = ([graph, each]: [PlainGraph, Question]): void => {
  expect(programPaths(graph, each)).toEqual(plainShortestPaths(graph, each));
};

describe('finds all shortest paths, and no others, in order', () => {
  test('the test questions have no path, one path and several paths, some of four steps and more', () => {
    const found = fc
      .sample(asked(longGraphs), { numRuns: 600, seed: 11 })
      .map(([graph, each]) => plainShortestPaths(graph, each));
    expect(found.filter((paths) => paths.length === 0).length).toBeGreaterThan(50);
    expect(found.filter((paths) => paths.length > 1).length).toBeGreaterThan(30);
    expect(found.filter(([path]) => (path?.length ?? 0) >= 4).length).toBeGreaterThan(10);
  });

  test('in graphs with long paths', () => {
    fc.assert(fc.property(asked(longGraphs), agree), { numRuns: 600 });
  });

  test('in graphs of every label and type', () => {
    fc.assert(fc.property(asked(plainGraphs({ mostLinks: 12 })), agree), { numRuns: 400 });
  });

  test('in graphs with many hubs', () => {
    const hubs = plainGraphs({ labels: ['ReformItem', 'Region', 'Batch'], mostLinks: 14 });
    fc.assert(fc.property(asked(hubs), agree), { numRuns: 600 });
  });

  test('in graphs with many links between the same two nodes', () => {
    const dense = plainGraphs({
      labels: ['Agency', 'Theme'],
      types: ['PART_OF', 'ADMINISTERS'],
      mostNodes: 6,
    });
    fc.assert(fc.property(asked(dense), agree), { numRuns: 600 });
  });

  test('in long chains, where the two searches meet far from both ends', () => {
    const chains = fc
      .array(fc.constantFrom(...relationshipTypes), { minLength: 2, maxLength: 9 })
      .map((types): PlainGraph => {
        const ids = ['r', ...types].map((_, index) => `Theme:${index}`);
        const links = types.map((type, index) => ({
          type,
          from: `Theme:${index}`,
          to: `Theme:${index + 1}`,
        }));
        return { ids, links };
      });
    fc.assert(
      fc.property(chains, (chain) => {
        const [from, to] = [chain.ids[0] as string, chain.ids.at(-1) as string];
        const length = chain.links.length;
        const paths = programPaths(chain, { from, to, maxLength: length, through: null });
        expect(paths.map((path) => path.map((step) => step.to))).toEqual([chain.ids.slice(1)]);
        expect(programPaths(chain, { from, to, maxLength: length - 1, through: null })).toEqual([]);
      }),
    );
  });
});

test('the opposite direction gives the same paths, reversed', () => {
  const turned = (path: readonly PlainStep[], from: string): string => {
    const nodes = [from, ...path.map(({ to }) => to)];
    const steps = path.map(({ type, outward }, index) => [nodes[index + 1], type, !outward, nodes[index]]);
    return JSON.stringify(steps.reverse());
  };
  const forward = (path: readonly PlainStep[], from: string): string => {
    const nodes = [from, ...path.map(({ to }) => to)];
    return JSON.stringify(
      path.map(({ type, outward }, index) => [nodes[index], type, outward, nodes[index + 1]]),
    );
  };
  fc.assert(
    fc.property(asked(plainGraphs()), ([graph, { from, to, ...rest }]) => {
      const there = programPaths(graph, { from, to, ...rest }).map((path) => turned(path, from));
      const back = programPaths(graph, { from: to, to: from, ...rest }).map((path) => forward(path, to));
      expect(back.sort()).toEqual(there.sort());
    }),
  );
});

test('returns the first of very many paths quickly', () => {
  // Seven layers of twelve nodes between the ends: 12 ** 7, about 36 million paths of eight steps.
  const layer = (depth: number): string[] =>
    Array.from({ length: 12 }, (_, index) => `Theme:${depth} ${index}`);
  const layers = [['Theme:from'], ...[1, 2, 3, 4, 5, 6, 7].map(layer), ['Theme:to']];
  const links = layers
    .slice(1)
    .flatMap((nodes, depth) =>
      nodes.flatMap((to) => (layers[depth] ?? []).map((from) => ({ type: 'PART_OF' as const, from, to }))),
    );
  const snapshot = plainSnapshot({ ids: layers.flat(), links });
  const [start, end] = [indexOf(snapshot, 'Theme:from'), indexOf(snapshot, 'Theme:to')];
  const [first = [], second = []] = shortestPaths(traversal(snapshot, null), start, end, 8);
  expect(first.map(({ other }) => snapshot.node(other).id)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((depth) => `Theme:${depth} 0`),
    'Theme:to',
  ]);
  expect(second.at(-2)).toMatchObject({ other: indexOf(snapshot, 'Theme:7 1') });
});

test('paths do not pass through regions and batches, but through all other labels', () => {
  for (const label of labels) {
    const ids = ['Agency:a', `${label}:middle`, 'Agency:b'];
    const links = [
      { type: 'PART_OF' as const, from: 'Agency:a', to: `${label}:middle` },
      { type: 'PART_OF' as const, from: 'Agency:b', to: `${label}:middle` },
    ];
    const each = { from: 'Agency:a', to: 'Agency:b', maxLength: 8 };
    const expected = label === 'Region' || label === 'Batch' ? 0 : 1;
    expect(programPaths({ ids, links }, { ...each, through: null })).toHaveLength(expected);
    // An explicit list of types overrides this rule.
    expect(programPaths({ ids, links }, { ...each, through: ['PART_OF'] })).toHaveLength(1);
    expect(programPaths({ ids, links }, { ...each, through: [] })).toHaveLength(0);
  }
});
