import fc from 'fast-check';
import { type RelationshipType, relationshipTypes } from '../../../../src/domain/model.ts';
import { neighbourhoodOf } from '../../../../src/features/neighbourhood/neighbourhood.ts';
import { traversal } from '../../../../src/features/relationship/traversal.ts';
import {
  byText,
  longGraphs,
  type PlainGraph,
  plainGraphs,
  plainSnapshot,
} from '../../../support/random-graphs.ts';
import { indexOf } from '../../../support/snapshots.ts';

interface Question {
  readonly of: string;
  readonly depth: number;
  readonly limit: number;
  readonly mostRelationships: number;
  readonly through: readonly RelationshipType[] | null;
}

const isHub = (id: string): boolean => id.startsWith('Region:') || id.startsWith('Batch:');

/** Breadth-first search that checks every node and link at every distance. */
function plainNeighbourhood({ ids, links }: PlainGraph, { of, depth, through }: Question) {
  const allowed = links.filter(({ type }) => through === null || through.includes(type));
  const distances = new Map([[of, 0]]);
  const joins = new Map<string, number>();
  for (let distance = 1; distance <= depth; distance += 1) {
    const from = [...distances.keys()].filter(
      (id) => distances.get(id) === distance - 1 && (id === of || through !== null || !isHub(id)),
    );
    for (const id of ids.filter((each) => !distances.has(each))) {
      const joining = allowed.filter(
        (link) =>
          (link.from === id && from.includes(link.to)) || (link.to === id && from.includes(link.from)),
      );
      if (joining.length > 0) joins.set(id, joining.length);
    }
    for (const id of joins.keys()) if (!distances.has(id)) distances.set(id, distance);
  }
  const order = [...distances].sort(
    ([a, x], [b, y]) => x - y || (joins.get(b) ?? 0) - (joins.get(a) ?? 0) || byText(a, b),
  );
  return { order: order.map(([id, distance]) => ({ id, distance })), allowed };
}

function ask(graph: PlainGraph, { of, depth, limit, mostRelationships, through }: Question) {
  const snapshot = plainSnapshot(graph);
  const found = neighbourhoodOf(traversal(snapshot, through), indexOf(snapshot, of), {
    depth,
    limit,
    mostRelationships,
  });
  return {
    ...found,
    reached: found.reached.map(({ nodeIndex, distance }) => ({ id: snapshot.node(nodeIndex).id, distance })),
    relationships: found.relationships.map(({ kind, from, to }) => `${from.id} ${kind} ${to.id}`),
  };
}

const WHOLE = { limit: 1000, mostRelationships: 1000 };
const asked = (graphs: fc.Arbitrary<PlainGraph>): fc.Arbitrary<[PlainGraph, Question]> =>
  graphs.chain((graph) =>
    fc.tuple(
      fc.constant(graph),
      fc.record({
        of: fc.constantFrom(...graph.ids),
        depth: fc.integer({ min: 1, max: 3 }),
        limit: fc.integer({ min: 1, max: 12 }),
        mostRelationships: fc.integer({ min: 1, max: 12 }),
        through: fc.option(fc.subarray(relationshipTypes, { minLength: 4 }), { freq: 2 }),
      }),
    ),
  );
const graphs = plainGraphs({ mostNodes: 14, mostLinks: 20 });
const hubby = plainGraphs({ labels: ['ReformItem', 'Region', 'Batch'], mostNodes: 12, mostLinks: 20 });
const questions = fc.oneof(asked(graphs), asked(hubby), asked(longGraphs));

describe('the neighbourhood of a node in a random graph', () => {
  test('the test questions reach one, two and three steps, and limits cut off some nodes', () => {
    const found = fc
      .sample(questions, { numRuns: 800, seed: 5 })
      .map(([graph, each]) => ({ ...each, ...plainNeighbourhood(graph, each) }));
    for (const distance of [1, 2, 3]) {
      const reaching = found.filter(({ order }) => order.at(-1)?.distance === distance);
      expect(reaching.length).toBeGreaterThan(30);
    }
    expect(found.filter(({ order, limit }) => order.length > limit).length).toBeGreaterThan(30);
  });

  test('contains every node within the distance: nearest first, then most connected, then by id', () => {
    fc.assert(
      fc.property(questions, ([graph, each]) => {
        const { reached, omitted } = ask(graph, { ...each, ...WHOLE });
        expect(reached).toEqual(plainNeighbourhood(graph, each).order);
        expect(omitted).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('stops at the limit and counts the nodes left out', () => {
    fc.assert(
      fc.property(questions, ([graph, each]) => {
        const { order } = plainNeighbourhood(graph, each);
        const { reached, omitted } = ask(graph, each);
        expect(reached).toEqual(order.slice(0, each.limit));
        expect(omitted).toBe(order.length - reached.length);
      }),
      { numRuns: 300 },
    );
  });

  test('has exactly the allowed relationships among its nodes, each once, and counts those left out', () => {
    fc.assert(
      fc.property(questions, ([graph, each]) => {
        const { order, allowed } = plainNeighbourhood(graph, each);
        const kept = order.slice(0, each.limit).map(({ id }) => id);
        const induced = allowed
          .filter(({ from, to }) => kept.includes(from) && kept.includes(to))
          .map(({ type, from, to }) => `${from} ${type} ${to}`);
        const whole = ask(graph, { ...each, mostRelationships: 1000 });
        expect([...whole.relationships].sort()).toEqual([...induced].sort());
        expect(whole.omittedRelationships).toBe(0);
        const cut = ask(graph, each);
        expect(cut.relationships).toEqual(whole.relationships.slice(0, each.mostRelationships));
        expect(cut.omittedRelationships).toBe(Math.max(0, induced.length - each.mostRelationships));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same for any order of nodes and links', () => {
    fc.assert(
      fc.property(questions, ([graph, each]) => {
        const turned = { ids: [...graph.ids].reverse(), links: [...graph.links].reverse() };
        expect(ask(turned, each)).toEqual(ask(graph, each));
      }),
    );
  });
});

test('reaches a hub but does not pass it, unless it is the start or relationship types are given', () => {
  const ids = ['ReformItem:a', 'Region:m', 'ReformItem:b', 'Theme:t'];
  const links = [
    { type: 'PROMOTED_TO' as const, from: 'ReformItem:a', to: 'Region:m' },
    { type: 'PROMOTED_TO' as const, from: 'ReformItem:b', to: 'Region:m' },
    { type: 'HAS_THEME' as const, from: 'ReformItem:b', to: 'Theme:t' },
  ];
  const reached = (of: string, through: Question['through']): string[] =>
    ask({ ids, links }, { of, through, depth: 3, ...WHOLE }).reached.map(({ id }) => id);
  expect(reached('ReformItem:a', null)).toEqual(['ReformItem:a', 'Region:m']);
  expect(reached('Region:m', null)).toEqual(['Region:m', 'ReformItem:a', 'ReformItem:b', 'Theme:t']);
  expect(reached('ReformItem:a', ['PROMOTED_TO', 'HAS_THEME'])).toEqual([
    'ReformItem:a',
    'Region:m',
    'ReformItem:b',
    'Theme:t',
  ]);
  expect(reached('ReformItem:a', ['HAS_THEME'])).toEqual(['ReformItem:a']);
  expect(reached('ReformItem:a', [])).toEqual(['ReformItem:a']);
});
