import fc from 'fast-check';
import { graphModel } from '../../../src/domain/graph-model.ts';
import { factLabels } from '../../../src/domain/model.ts';
import { labelOf, type NodeId } from '../../../src/domain/node-id.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import { NodeTable, REMOVED } from '../../../src/snapshot/storage/node-table.ts';
import { runToEnd } from '../../../src/snapshot/time-slices.ts';
import { byText } from '../../support/random-graphs.ts';
import { readSeedDocument } from '../../support/seeds.ts';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const key = fc.oneof(text, fc.constantFrom('tj-7-17:CONTENT:3-9', '天津海关', '"', '\\', '，𠮷'));

const figures = fc
  .record(
    {
      id: key.map((each) => `Figure:${each}`),
      value: fc
        .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .map((each) => each + 0),
      unit: text,
      approximation: fc.constantFrom('EXACT' as const, 'OVER' as const),
      date: fc.constantFrom('2023', '2023-12-06'),
      position: text,
    },
    { requiredKeys: ['id', 'value', 'unit', 'approximation', 'position'] },
  )
  .map((figure) => figure as AnyNode);
const regions = fc
  .record({ id: key.map((each) => `Region:${each}`), name: text, aliases: fc.array(text) })
  .map((region) => region as AnyNode);
const agencies = key.map(
  (name) =>
    ({
      id: `Agency:${name}`,
      name,
      aliases: [],
      kind: 'UNLISTED',
      level: 'UNLISTED',
      pinyin: 'a',
    }) as AnyNode,
);
/** All packed, some, and none. */
const plains = fc.constantFrom(0, 10, 1000);
const nodeLists = fc
  .uniqueArray(fc.oneof(figures, regions, agencies), { selector: ({ id }) => id, maxLength: 40 })
  .map((nodes) => nodes.sort((a, b) => byText(a.id, b.id)));

function tableOf(nodes: readonly AnyNode[], maxUnpacked?: number): NodeTable {
  const table = new NodeTable(graphModel, maxUnpacked);
  for (const node of nodes) table.push(node);
  runToEnd(table.fillIndex());
  return table;
}

const expectTable = (table: NodeTable, nodes: readonly AnyNode[]): void => {
  expect(table).toHaveLength(nodes.length);
  expect([...table]).toEqual(nodes);
  for (const [nodeIndex, { id }] of nodes.entries()) {
    expect([table.indexOf(id), table.idOf(nodeIndex), table.labelOf(nodeIndex)]).toEqual([
      nodeIndex,
      id,
      labelOf(id as NodeId),
    ]);
    const other = `${id}x`;
    const there = nodes.findIndex((node) => node.id === other);
    expect(table.indexOf(other)).toBe(there < 0 ? undefined : there);
  }
};

describe('a table of nodes', () => {
  test('returns every node unchanged, by index and by id', () => {
    fc.assert(fc.property(nodeLists, plains, (nodes, plain) => expectTable(tableOf(nodes, plain), nodes)));
  });

  test('gives the index range of each label, empty for a missing label', () => {
    fc.assert(
      fc.property(nodeLists, (nodes) => {
        const table = tableOf(nodes);
        for (const label of ['Agency', 'Figure', 'Region', 'Theme'] as const) {
          const nodeIndexes = [...nodes.keys()].filter((nodeIndex) =>
            nodes[nodeIndex]?.id.startsWith(`${label}:`),
          );
          const [from, to] = table.rangeOf(label);
          expect(nodeIndexes).toEqual(Array.from({ length: to - from }, (_, at) => from + at));
        }
      }),
    );
  });

  test('after changes, holds the changed nodes', () => {
    fc.assert(
      fc.property(nodeLists, nodeLists, fc.func(fc.boolean()), plains, (before, others, isGone, plain) => {
        const changed = new Map<string, AnyNode | undefined>(others.map((node) => [node.id, node]));
        for (const { id } of before) if (isGone(id)) changed.set(id, undefined);
        const after = new Map<string, AnyNode | undefined>([
          ...before.map((node) => [node.id, node] as const),
          ...changed,
        ]);
        const expected = [...after.values()].filter((node) => node !== undefined);
        expected.sort((a, b) => byText(a.id, b.id));
        const { table, newIndexOf } = runToEnd(NodeTable.after(tableOf(before, plain), changed));
        expectTable(table, expected);
        expect([...newIndexOf]).toEqual(
          before.map(({ id }) => (changed.has(id) ? REMOVED : expected.findIndex((node) => node.id === id))),
        );
      }),
    );
  });

  test('stores a fact with more than a megabyte of text like any other, and so the facts after it', () => {
    const claim = (at: string, subject: string): AnyNode => ({
      id: `FirstClaim:${at}`,
      scope: 'NATIONAL',
      kind: 'FIRST',
      subject,
      position: at,
    });
    const nodes = [
      claim('a', '首单'),
      claim('b', '长'.repeat(800_000)),
      claim('c', '首创'),
      claim('d', '长'.repeat(340_000)),
      claim('e', '首例'),
    ];
    expectTable(tableOf(nodes, 0), nodes);
  });

  test('stores every fact of the real bulletin completely', () => {
    const nodes = [...readSeedDocument().nodes].sort((a, b) => byText(a.id, b.id));
    expect(nodes.filter(({ id }) => factLabels.includes(labelOf(id as NodeId))).length).toBe(25 + 45 + 21);
    expectTable(tableOf(nodes, 0), nodes);
  });
});
