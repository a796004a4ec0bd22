import type { GraphRelationship } from '../../src/domain/graph-document.ts';
import { labels, relationshipTypes } from '../../src/domain/model.ts';
import { labelOf, type NodeId } from '../../src/domain/node-id.ts';
import type { AnyNode } from '../../src/domain/nodes.ts';
import type { Row } from '../support/inline-statement.ts';
import { readSeedDocument } from '../support/seeds.ts';

const document = readSeedDocument();

const fileName = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

function nodeRows(label: string): Row[] {
  const [node] = document.nodes.filter((each) => labelOf(each.id as NodeId) === label) as [AnyNode];
  const fresh = { ...node, id: `${label}:新的 𠮷` };
  const { id, ...properties } = node;
  const fewer = { id, ...Object.fromEntries(Object.entries(properties).slice(1)), number: 7 };
  return [fresh, fewer, fewer];
}

function relationshipRows(type: string): Row[] {
  const ofType = document.relationships.filter((each) => each.type === type);
  // One bulletin alone has no relationships of some types. Then any two nodes will do.
  const [first, second] = (ofType.length > 1 ? ofType : document.relationships) as [
    GraphRelationship,
    GraphRelationship,
  ];
  return [
    { from: first.from, to: first.to, properties: { order: 9, evidenceFields: ['TITLE', 'CONTENT'] } },
    { from: first.to, to: second.from, properties: {} },
    { from: first.from, to: 'Theme:无此节点', properties: { order: 1 } },
  ];
}

/** Rows of new nodes only: the statement refuses an existing id. */
const newRows = (label: string): Row[] => nodeRows(label).slice(0, 1);

const owned = document.relationships.filter((each) => each.type === 'RESPONSIBLE_FOR').slice(0, 3);

/** The parameters for each writing query file on the real bulletin, by its path below cypher/. */
export const WRITE_CASES: ReadonlyMap<string, readonly Row[]> = new Map<string, Row[]>([
  ['load/lock-graph.cypher', [{}]],
  ['load/raise-version.cypher', [{ now: '2024-03-01T08:00:00.000Z' }]],
  ['load/record-import.cypher', [{ properties: { id: 'import:9', version: 9, at: 'now', batch: 'tj-7' } }]],
  [
    'load/record-changes.cypher',
    [{ rows: [{ id: 'changes:9:0', entries: ['{"a":"𠮷"}', '{}'] }] }, { rows: [] }],
  ],
  [
    'load/delete-nodes.cypher',
    [{ ids: ['ReformItem:tj-7-17', 'Theme:营商环境', 'Agency:无此单位'] }, { ids: [] }],
  ],
  [
    'load/delete-relationships.cypher',
    [
      { rows: owned.map(({ type, from, to }) => ({ type, from, to })) },
      { rows: owned.map(({ from, to }) => ({ type: 'HAS_THEME', from, to })) },
      { rows: [] },
    ],
  ],
  ...labels.map((label): [string, Row[]] => [
    `load/create-${fileName(label)}.cypher`,
    [{ rows: newRows(label) }, { rows: [] }],
  ]),
  ...relationshipTypes.map((type): [string, Row[]] => [
    `load/create-${fileName(type)}.cypher`,
    [{ rows: relationshipRows(type) }, { rows: [] }],
  ]),
  ...labels.map((label): [string, Row[]] => [
    `load/merge-${fileName(label)}.cypher`,
    [{ rows: nodeRows(label) }, { rows: [] }],
  ]),
  ...relationshipTypes.map((type): [string, Row[]] => [
    `load/merge-${fileName(type)}.cypher`,
    [{ rows: relationshipRows(type) }, { rows: [] }],
  ]),
]);
