import fc from 'fast-check';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import { linkedNodes, type Relation } from '../../../src/snapshot/linked-nodes.ts';
import { handRead } from '../../support/hand-read.ts';
import { bulletinSnapshot, indexOf, snapshotOf } from '../../support/snapshots.ts';

type AnyWay = Relation<'RESPONSIBLE_FOR' | 'HAS_THEME' | 'STATES' | 'ADMINISTERS' | 'PART_OF', never>;
const relation = (type: string, outward: boolean, label: string) => ({ type, outward, label }) as AnyWay;

describe('in the bulletin', () => {
  const bulletin = bulletinSnapshot();
  const namesOf = (id: string, along: AnyWay): string[] =>
    linkedNodes(bulletin, indexOf(bulletin, id), along).nodeIndexes.map(
      (nodeIndex) => bulletin.nodeOf('Agency', nodeIndex).name,
    );

  test('the agencies of each item are in printed order', () => {
    for (const { number, agencies } of handRead.items)
      expect(namesOf(`ReformItem:tj-7-${number}`, relation('RESPONSIBLE_FOR', false, 'Agency'))).toEqual(
        agencies,
      );
  });

  test('gives the zones with an authority, and the parts of the whole zone', () => {
    const authorities = Object.keys(handRead.zoneItems)
      .map((zone) => [zone, ...namesOf(`PilotZone:${zone}`, relation('ADMINISTERS', false, 'Agency'))])
      .filter(({ length }) => length > 1);
    expect(Object.fromEntries(authorities)).toEqual({
      天津自贸试验区: '天津自贸试验区管委会',
      中心商务片区: '天津自贸试验区中心商务片区',
      生态城联动创新区: '天津自贸试验区生态城联动创新区',
      高新区联动创新区: '天津自贸试验区高新区联动创新区',
    });
    expect(namesOf('PilotZone:天津自贸试验区', relation('PART_OF', false, 'PilotZone')).sort()).toEqual(
      Object.keys(handRead.zoneItems)
        .filter((name) => name !== '天津自贸试验区')
        .sort(),
    );
  });
});

const theme = (key: string, pinyin: string): AnyNode =>
  ({ id: `Theme:${key}`, name: key, aliases: [], pinyin }) as AnyNode;
const item = { id: 'ReformItem:a-1-1', position: '1', code: 'a-1-1' } as AnyNode;
const key = fc.string({ unit: fc.constantFrom('a', 'b', '津', '😀'), minLength: 1, maxLength: 3 });

test('sorts by name, then by id; only one label; also hundreds of nodes', () => {
  const themes = fc.uniqueArray(fc.record({ key, pinyin: fc.constantFrom('a', 'b', 'bb') }), {
    selector: (each) => each.key,
    maxLength: 12,
  });
  fc.assert(
    fc.property(themes, fc.constantFrom(0, 120), (some, more) => {
      const all = [...some, ...Array.from({ length: more }, (_, n) => ({ key: `z${n}`, pinyin: 'b' }))];
      const nodes = [
        item,
        { ...item, id: 'ReformItem:a-1-2' },
        ...all.map((each) => theme(each.key, each.pinyin)),
      ];
      const relationships = all.map(({ key: to }) => ({
        type: 'HAS_THEME' as const,
        from: item.id,
        to: `Theme:${to}`,
        properties: {},
      }));
      const snapshot = snapshotOf({ nodes, relationships });
      const ids = (from: string): string[] =>
        linkedNodes(snapshot, indexOf(snapshot, from), relation('HAS_THEME', true, 'Theme')).nodeIndexes.map(
          (nodeIndex) => snapshot.node(nodeIndex).id,
        );
      const sorted = [...all].sort((a, b) =>
        `${a.pinyin} ` < `${b.pinyin} `
          ? -1
          : a.pinyin > b.pinyin
            ? 1
            : `Theme:${a.key}` < `Theme:${b.key}`
              ? -1
              : 1,
      );
      expect(ids(item.id)).toEqual(sorted.map((each) => `Theme:${each.key}`));
      // The second call returns the cached list.
      expect(ids(item.id)).toHaveLength(all.length);
      expect(ids('ReformItem:a-1-2')).toEqual([]);
    }),
  );
});

test('the printed order comes before names, and applies to one item only', () => {
  const agency = (name: string): AnyNode =>
    ({ id: `Agency:${name}`, name, aliases: [], pinyin: name }) as never;
  const link = (from: string, to: string, order: number) => ({
    type: 'RESPONSIBLE_FOR' as const,
    from: `Agency:${from}`,
    to,
    properties: { order },
  });
  const snapshot = snapshotOf({
    nodes: [
      item,
      { ...item, id: 'ReformItem:a-1-2', position: '2' } as AnyNode,
      ...['a', 'b', 'c'].map(agency),
    ],
    relationships: [
      link('a', item.id, 3),
      link('b', item.id, 1),
      link('c', item.id, 2),
      link('a', 'ReformItem:a-1-2', 1),
      link('c', 'ReformItem:a-1-2', 2),
    ] as never,
  });
  const agenciesOf = (id: string) => {
    const { nodeIndexes, keyOf } = linkedNodes(
      snapshot,
      indexOf(snapshot, id),
      relation('RESPONSIBLE_FOR', false, 'Agency'),
    );
    return nodeIndexes.map((nodeIndex) => [keyOf(nodeIndex), snapshot.node(nodeIndex).id]);
  };
  expect(agenciesOf(item.id)).toEqual([
    [1, 'Agency:b'],
    [2, 'Agency:c'],
    [3, 'Agency:a'],
  ]);
  expect(agenciesOf('ReformItem:a-1-2')).toEqual([
    [1, 'Agency:a'],
    [2, 'Agency:c'],
  ]);
});

test('if analysts linked an agency twice, its order property gives its position', () => {
  const agency = (name: string): AnyNode =>
    ({ id: `Agency:${name}`, name, aliases: [], pinyin: name }) as never;
  const link = (from: string, order: number) => ({
    type: 'RESPONSIBLE_FOR' as const,
    from: `Agency:${from}`,
    to: item.id,
    properties: { order },
  });
  const snapshot = snapshotOf({
    nodes: [item, ...['a', 'b'].map(agency)],
    relationships: [link('a', 2), link('a', 2), link('b', 1)] as never,
  });
  const { nodeIndexes, keyOf } = linkedNodes(
    snapshot,
    indexOf(snapshot, item.id),
    relation('RESPONSIBLE_FOR', false, 'Agency'),
  );
  expect(nodeIndexes.map((nodeIndex) => [keyOf(nodeIndex), snapshot.node(nodeIndex).id])).toEqual([
    [1, 'Agency:b'],
    [2, 'Agency:a'],
  ]);
});
