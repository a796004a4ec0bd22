import type { GraphDocument, GraphRelationship, Properties } from '../../../src/domain/graph-document.ts';
import type { Label, RelationshipType } from '../../../src/domain/model.ts';
import type { AnyNode } from '../../../src/domain/nodes.ts';
import type { RandomGraph, RandomItem } from './random-graph.ts';

export const idOf = (label: Label, key: string): string => `${label}:${key}`;
export const itemIdOf = ({ batch, number }: RandomItem): string => idOf('ReformItem', `${batch}-${number}`);

const EVIDENCE = { evidenceFields: ['CONTENT'], evidenceStarts: [0], evidenceEnds: [1] };

/** One document per batch, each with the whole vocabulary. */
export const documentsOf = (graph: RandomGraph): GraphDocument[] =>
  graph.batches.map((code) => {
    const items = graph.items.filter(({ batch }) => batch === code);
    return {
      batchId: idOf('Batch', code),
      nodes: [batchNode(code), ...vocabularyNodes(graph), ...items.map(itemNode)],
      relationships: [...vocabularyRelationships(graph), ...items.flatMap(itemRelationships)],
      continuations: [],
    };
  });

function batchNode(code: string): AnyNode {
  const [publisher, number] = code.split('-') as [string, string];
  return {
    id: idOf('Batch', code),
    code,
    number: Number(number),
    title: `第${number}批`,
    publisher,
    fileName: `${code}.txt`,
    sha256: '0'.repeat(64),
  };
}

function itemNode({ batch, number, title, content, agencies, region }: RandomItem): AnyNode {
  const [publisher, batchNumber] = batch.split('-') as [string, string];
  return {
    id: idOf('ReformItem', `${batch}-${number}`),
    code: `${batch}-${number}`,
    number,
    title,
    content,
    scopeText: region ?? '无',
    agenciesText: agencies.join(' ') || '无',
    position: `${publisher}-${batchNumber.padStart(4, '0')}-${String(number).padStart(6, '0')}`,
    titlePinyin: title,
    agencyCount: agencies.length,
  };
}

const vocabularyNodes = ({ agencies, zones, themes, regions }: RandomGraph): AnyNode[] => [
  ...agencies.map(
    ({ name }): AnyNode => ({
      id: idOf('Agency', name),
      name,
      aliases: [],
      kind: 'UNLISTED',
      level: 'UNLISTED',
      pinyin: name,
    }),
  ),
  ...zones.map(
    ({ name }): AnyNode => ({
      id: idOf('PilotZone', name),
      name,
      aliases: [`${name}的别名`],
      kind: 'AREA',
      pinyin: name,
    }),
  ),
  ...themes.map(({ name }): AnyNode => ({ id: idOf('Theme', name), name, aliases: [], pinyin: name })),
  ...regions.map((name): AnyNode => ({ id: idOf('Region', name), name, aliases: [] })),
];

const relationship = (
  type: RelationshipType,
  from: string,
  to: string,
  properties: Properties = {},
): GraphRelationship => ({ type, from, to, properties });

/** The relationships from one node to the nodes of a label with these names; null gives no relationship. */
const joins = (type: RelationshipType, from: string, label: Label, names: readonly (string | null)[]) =>
  names.flatMap((name) => (name === null ? [] : relationship(type, from, idOf(label, name))));

const vocabularyRelationships = ({ agencies, zones, themes }: RandomGraph): GraphRelationship[] => [
  ...agencies.flatMap(({ name, partOf, administers }) => [
    ...joins('PART_OF', idOf('Agency', name), 'Agency', [partOf]),
    ...joins('ADMINISTERS', idOf('Agency', name), 'PilotZone', administers),
  ]),
  ...zones.flatMap(({ name, partOf }) => joins('PART_OF', idOf('PilotZone', name), 'PilotZone', [partOf])),
  ...themes.flatMap(({ name, domain }) => joins('NARROWER_THAN', idOf('Theme', name), 'Theme', [domain])),
];

function itemRelationships(item: RandomItem): GraphRelationship[] {
  const id = itemIdOf(item);
  const stated = [
    ...joins('PILOTED_IN', id, 'PilotZone', item.zones),
    ...joins('HAS_THEME', id, 'Theme', item.themes),
    ...joins('PROMOTED_TO', id, 'Region', [item.region]),
  ];
  return [
    ...item.agencies.map((name, index) =>
      relationship('RESPONSIBLE_FOR', idOf('Agency', name), id, { ...EVIDENCE, order: index + 1 }),
    ),
    ...stated.map((each) => ({ ...each, properties: EVIDENCE })),
    relationship('PUBLISHED_IN', id, idOf('Batch', item.batch)),
  ];
}
