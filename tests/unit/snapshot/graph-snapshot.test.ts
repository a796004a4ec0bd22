import fc from 'fast-check';
import { labels, type RelationshipType, relationshipTypes } from '../../../src/domain/model.ts';
import type { EdgeProperties } from '../../../src/domain/relationships.ts';
import type { GraphSnapshot } from '../../../src/snapshot/graph-snapshot.ts';
import {
  byText,
  type PlainGraph,
  plainGraphs,
  plainNode,
  plainSnapshot,
} from '../../support/random-graphs.ts';
import {
  bulletinSnapshot,
  idsOf,
  indexOf,
  itemIndex,
  numbersOf,
  snapshotOf,
} from '../../support/snapshots.ts';

/** A step and its own sort order: by type as in the model, outward first, then by the far end. */
interface PlainStep {
  readonly type: RelationshipType;
  readonly outward: boolean;
  readonly other: string;
}

/** Both directions of every link at a node, and one of each for a self-link. */
const plainSteps = ({ links }: PlainGraph, id: string): PlainStep[] =>
  relationshipTypes.flatMap((type) =>
    [true, false].flatMap((outward) =>
      links
        .filter((link) => link.type === type && (outward ? link.from : link.to) === id)
        .map((link) => (outward ? link.to : link.from))
        .sort(byText)
        .map((other) => ({ type, outward, other })),
    ),
  );

const stepsOf = (snapshot: GraphSnapshot, id: string): PlainStep[] =>
  [...snapshot.steps(indexOf(snapshot, id))].map(({ type, outward, other }) => ({
    type,
    outward,
    other: snapshot.node(other).id,
  }));

describe('a snapshot of random links', () => {
  test('gives each node the steps of a plain list, in order', () => {
    fc.assert(
      fc.property(plainGraphs(), (graph) => {
        const snapshot = plainSnapshot(graph);
        for (const id of graph.ids) expect(stepsOf(snapshot, id)).toEqual(plainSteps(graph, id));
      }),
    );
  });

  test('gives the far ends of one type in one direction, and counts both directions as the degree', () => {
    fc.assert(
      fc.property(plainGraphs(), fc.constantFrom(...relationshipTypes), (graph, type) => {
        const snapshot = plainSnapshot(graph);
        for (const id of graph.ids) {
          const nodeIndex = indexOf(snapshot, id);
          const ofType = plainSteps(graph, id).filter((step) => step.type === type);
          for (const outward of [true, false]) {
            const expected = ofType.filter((step) => step.outward === outward).map(({ other }) => other);
            expect(idsOf(snapshot, snapshot.linked(nodeIndex, type, outward))).toEqual(expected);
          }
          expect(snapshot.degree(nodeIndex, type)).toBe(ofType.length);
        }
      }),
    );
  });

  test('is the same for any order of nodes and links', () => {
    const shuffled = plainGraphs().chain((graph) =>
      fc.record({
        graph: fc.constant(graph),
        ids: fc.shuffledSubarray([...graph.ids], { minLength: graph.ids.length }),
        links: fc.shuffledSubarray([...graph.links], { minLength: graph.links.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ graph, ids, links }) => {
        const [one, other] = [plainSnapshot(graph), plainSnapshot({ ids, links })];
        expect([...other.nodes]).toEqual([...one.nodes]);
        for (const id of ids) expect(stepsOf(other, id)).toEqual(stepsOf(one, id));
      }),
    );
  });

  test('lists every node once, by label: items by position, all others by id', () => {
    fc.assert(
      fc.property(plainGraphs({ mostNodes: 20 }), (graph) => {
        const snapshot = plainSnapshot(graph);
        expect([...snapshot.nodes].map(({ id }) => id)).toEqual([...graph.ids].sort(byText));
        for (const label of labels) {
          const ids = graph.ids.filter((id) => id.startsWith(`${label}:`)).sort(byText);
          // The items of these graphs have positions in the reverse order of their ids.
          const expected = label === 'ReformItem' ? ids.reverse() : ids;
          expect(idsOf(snapshot, snapshot.ofLabel(label))).toEqual(expected);
          for (const nodeIndex of snapshot.ofLabel(label)) expect(snapshot.labelOf(nodeIndex)).toBe(label);
        }
      }),
    );
  });
});

describe('the snapshot of the bulletin', () => {
  const snapshot = bulletinSnapshot();

  test('sorts any of its items by number', () => {
    const items = snapshot.ofLabel('ReformItem');
    fc.assert(
      fc.property(fc.shuffledSubarray([...items]), (some) => {
        const numbers = numbersOf(snapshot, some).sort((a, b) => a - b);
        expect(numbersOf(snapshot, snapshot.inOrder(some))).toEqual(numbers);
        expect(numbersOf(snapshot, snapshot.inOrder(Uint32Array.from(some)))).toEqual(numbers);
      }),
    );
  });

  test('has 288 nodes and lists its items by number, although 10 comes before 2 by id', () => {
    // 43 items, 23 agencies and 15 more that are only named, 6 zones, 30 themes under 9 domains, 2 regions, 1 batch; 25
    // claims, 45 figures, 21 milestones, 8 documents, 60 organizations
    expect([...snapshot.nodes]).toHaveLength(43 + 23 + 15 + 6 + 39 + 2 + 1 + 25 + 45 + 21 + 8 + 60);
    expect(numbersOf(snapshot, snapshot.ofLabel('ReformItem'))).toEqual(
      Array.from({ length: 43 }, (_, index) => index + 1),
    );
    expect(itemIndex(snapshot, 10)).toBeLessThan(itemIndex(snapshot, 2));
  });

  test('lists the steps from item 4 in order', () => {
    expect(stepsOf(snapshot, 'ReformItem:tj-7-4').map((step) => Object.values(step))).toEqual([
      ['RESPONSIBLE_FOR', false, 'Agency:天津市商务局'],
      ['RESPONSIBLE_FOR', false, 'Agency:天津海关'],
      ['PILOTED_IN', true, 'PilotZone:东疆片区'],
      ['HAS_THEME', true, 'Theme:中欧班列'],
      ['HAS_THEME', true, 'Theme:二手车出口'],
      ['PROMOTED_TO', true, 'Region:天津市'],
      // 116列, 1.21万标准箱, 3.21亿美金, 8.77万吨; 全国首单; 2021年, 截至2023年底
      ...['39-43', '48-56', '59-66', '69-75'].map((span) => [
        'STATES',
        true,
        `Figure:tj-7-4:CONTENT:${span}`,
      ]),
      ['STATES', true, 'FirstClaim:tj-7-4:CONTENT:172-176'],
      ['STATES', true, 'Milestone:tj-7-4:CONTENT:0-5'],
      ['STATES', true, 'Milestone:tj-7-4:CONTENT:22-30'],
      ['PUBLISHED_IN', true, 'Batch:tj-7'],
    ]);
  });

  test('counts 37 items promoted to 天津市, and both directions of PART_OF', () => {
    expect(snapshot.degree(indexOf(snapshot, 'Region:天津市'), 'PROMOTED_TO')).toBe(37);
    const whole = indexOf(snapshot, 'PilotZone:天津自贸试验区');
    expect(snapshot.degree(whole, 'PART_OF')).toBe(5);
    expect(snapshot.linked(whole, 'PART_OF', true)).toHaveLength(0);
    expect(snapshot.degree(indexOf(snapshot, 'PilotZone:东疆片区'), 'PART_OF')).toBe(1);
    expect(snapshot.degree(whole, 'HAS_THEME')).toBe(0);
  });

  test('has no index for an unknown id', () => {
    for (const id of ['Agency:无此单位', '天津海关', '', '__proto__', 'toString']) {
      expect(snapshot.indexOf(id)).toBeUndefined();
    }
  });
});

describe('the relationship properties of the real bulletin', () => {
  const snapshot = bulletinSnapshot();
  const carried = (from: string, type: RelationshipType, to: string) =>
    snapshot.edgeProperties(indexOf(snapshot, from), type, indexOf(snapshot, to));
  const ITEM = 'ReformItem:tj-7-4';

  test('are listed from start node to end node', () => {
    expect(carried('Agency:天津海关', 'RESPONSIBLE_FOR', ITEM)).toEqual({
      order: 2,
      printedName: '天津海关',
      evidenceFields: ['AGENCIES'],
      evidenceStarts: [7],
      evidenceEnds: [11],
    });
    const zone = carried(ITEM, 'PILOTED_IN', 'PilotZone:东疆片区') as EdgeProperties<'PILOTED_IN'>;
    const { content } = snapshot.nodeOf('ReformItem', itemIndex(snapshot, 4));
    expect(zone.evidenceFields).toContain('CONTENT');
    expect(content.slice(zone.evidenceStarts?.[0], zone.evidenceEnds?.[0])).toBe('东疆');
  });

  test('are empty for relationships without properties, and undefined if there is no relationship', () => {
    expect(carried(ITEM, 'PUBLISHED_IN', 'Batch:tj-7')).toEqual({});
    expect(carried(ITEM, 'RESPONSIBLE_FOR', 'Agency:天津海关')).toBeUndefined();
    expect(carried('Agency:天津市公安局', 'RESPONSIBLE_FOR', ITEM)).toBeUndefined();
    expect(carried(ITEM, 'PILOTED_IN', 'PilotZone:机场片区')).toBeUndefined();
  });

  test('are listed property by property for all of a node’s relationships of a type', () => {
    const item = itemIndex(snapshot, 4);
    expect(idsOf(snapshot, snapshot.linked(item, 'RESPONSIBLE_FOR', false))).toEqual([
      'Agency:天津市商务局',
      'Agency:天津海关',
    ]);
    expect(snapshot.edgeValues(item, 'RESPONSIBLE_FOR', false, 'order')).toEqual([1, 2]);
    expect(snapshot.edgeValues(item, 'RESPONSIBLE_FOR', false, 'evidenceFields')).toEqual([
      ['AGENCIES'],
      ['AGENCIES'],
    ]);
    expect(snapshot.edgeValues(item, 'RESPONSIBLE_FOR', true, 'order')).toEqual([]);
  });
});

test('short names are the names in item texts for organizations, each once, in text order', () => {
  const nodes = ['ReformItem:a', 'ReformItem:b', 'Organization:x', 'Agency:y'].map(plainNode);
  const names = (from: string, type: RelationshipType, to: string, shortNames: string[]) => ({
    type,
    from,
    to,
    properties: { shortNames },
  });
  const snapshot = snapshotOf({
    nodes,
    relationships: [
      names('ReformItem:b', 'MENTIONS', 'Organization:x', ['丙', '甲']),
      names('ReformItem:a', 'MENTIONS', 'Organization:x', ['甲', '乙']),
      // Only analysts would write these.
      names('ReformItem:a', 'MENTIONS', 'Agency:y', ['丁']),
      names('ReformItem:a', 'CITES', 'Organization:x', ['戊']),
    ],
  });
  expect(snapshot.shortNames(indexOf(snapshot, 'Organization:x'))).toEqual(['丙', '乙', '甲']);
  expect(snapshot.shortNames(indexOf(snapshot, 'Agency:y'))).toEqual([]);
});
