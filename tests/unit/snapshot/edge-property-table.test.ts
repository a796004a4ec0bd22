import { graphModel } from '../../../src/domain/graph-model.ts';
import { EdgePropertyTable, NO_PROPERTIES } from '../../../src/snapshot/storage/edge-property-table.ts';
import { NodeTable } from '../../../src/snapshot/storage/node-table.ts';
import { PackedGraphBuilder } from '../../../src/snapshot/storage/packed-graph.ts';
import { runToEnd } from '../../../src/snapshot/time-slices.ts';
import { plainNode } from '../../support/random-graphs.ts';

const tableOf = (): EdgePropertyTable => new EdgePropertyTable(graphModel);
const span = (start: number, end: number) => ({
  evidenceFields: ['CONTENT'],
  evidenceStarts: [start],
  evidenceEnds: [end],
});

describe('a table of edge properties', () => {
  test('accepts thousands of rows, and copies of some of them', () => {
    const table = tableOf();
    const rows = Array.from({ length: 5000 }, (_, at) => table.push('PILOTED_IN', span(at, at + 3)));
    table.trim();
    expect(rows.map((row) => table.at(row))).toEqual(rows.map((_, at) => span(at, at + 3)));
    const copy = tableOf();
    copy.push('RESPONSIBLE_FOR', { order: 7, printedName: '管委会' });
    const copied = rows.filter((_, at) => at % 2 === 0).map((row) => copy.pushFrom(table, row));
    copy.trim();
    expect(copied.map((row) => copy.at(row).evidenceStarts)).toEqual(copied.map((_, at) => [2 * at]));
  });

  /** Values were once cut to 65,535 and 2^30. */
  test.each([
    ['an order beyond 16 bits', 'RESPONSIBLE_FOR', { ...span(0, 4), order: 70_000, printedName: '天津海关' }],
    ['a start beyond 30 bits', 'HAS_THEME', span(2 ** 30, 2 ** 30 + 4)],
    ['an end beyond 32 bits', 'HAS_THEME', span(5, 2 ** 32)],
    ['the last start and end that are packed', 'HAS_THEME', span(2 ** 30 - 1, 2 ** 32 - 1)],
    [
      '40,000 spans',
      'CITES',
      {
        evidenceFields: Array.from({ length: 40_000 }, () => 'CONTENT'),
        evidenceStarts: Array.from({ length: 40_000 }, (_, at) => at),
        evidenceEnds: Array.from({ length: 40_000 }, (_, at) => at + 2),
      },
    ],
    ...[14, 15, 16].map(
      (count) =>
        [
          `${count} spans, about as many as are counted in the first number`,
          'STATES',
          {
            evidenceFields: Array.from({ length: count }, () => 'TITLE'),
            evidenceStarts: Array.from({ length: count }, (_, at) => at),
            evidenceEnds: Array.from({ length: count }, (_, at) => at + 1),
          },
        ] as const,
    ),
  ] as const)('returns %s exactly', (_what, type, properties) => {
    const table = tableOf();
    const row = table.push(type, properties);
    const next = table.push('PILOTED_IN', span(1, 2));
    table.trim();
    expect([table.at(row), table.at(next)]).toEqual([properties, span(1, 2)]);
  });

  test('stores equal values once, and shared values cannot be changed', () => {
    const table = tableOf();
    const [one, other] = [1, 2].map(() => table.push('MENTIONS', { ...span(1, 3), shortNames: ['天津OTC'] }));
    const [first, second] = [table.at(one as number), table.at(other as number)];
    expect(first.shortNames).toBe(second.shortNames);
    expect(() => (first.shortNames as string[]).push('OTC')).toThrow(TypeError);
  });

  test('an edge without the properties of its type takes no row', () => {
    const table = tableOf();
    expect(table.push('PILOTED_IN', {})).toBe(NO_PROPERTIES);
    expect(table.push('PILOTED_IN', { order: 3, note: '手记' })).toBe(NO_PROPERTIES);
    expect(table.push('PUBLISHED_IN', span(1, 2))).toBe(NO_PROPERTIES);
    expect(table.at(NO_PROPERTIES)).toEqual({});
    expect(table.valueAt(NO_PROPERTIES, 'toString')).toBeUndefined();
  });

  test('a full table refuses an edge, and the error names the edge', () => {
    const nodes = new NodeTable(graphModel);
    for (const id of ['PilotZone:东疆片区', 'ReformItem:tj-7-4']) nodes.push(plainNode(id));
    runToEnd(nodes.fillIndex());
    // One number for the edges without properties, and three for each with one span.
    const graph = new PackedGraphBuilder(graphModel, nodes, new EdgePropertyTable(graphModel, 4));
    const add = () => graph.addEdge('PILOTED_IN', 'ReformItem:tj-7-4', 'PilotZone:东疆片区', span(1, 3));
    expect(add).not.toThrow();
    expect(add).toThrow(
      'no room for PILOTED_IN from ReformItem:tj-7-4 to PilotZone:东疆片区: what edges carry takes over 4 numbers',
    );
  });
});
