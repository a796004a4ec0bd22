import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLEnumType, type GraphQLObjectType, isObjectType } from 'graphql';
import {
  LABELS,
  type Label,
  labels,
  RELATIONSHIPS,
  type RelationshipType,
  relationshipTypes,
} from '../../../src/domain/model.ts';
import { type AnyNode, nodeSchemas } from '../../../src/domain/nodes.ts';
import { relationshipSchemas } from '../../../src/domain/relationships.ts';
import { nodeKindOf } from '../../../src/features/node/kinds.ts';
import { searchableFields } from '../../../src/features/search/searchable-fields.ts';
import { createSchema } from '../../../src/server/schema.ts';
import { isFreeText, isList } from '../../support/model/arbitrary-of-schema.ts';

/** A new label, relationship or property fails here until GraphQL, search and the documentation cover it. */

const schema = createSchema();
const GRAPH_DOC = readFileSync(join(import.meta.dirname, '../../../docs/graph.md'), 'utf8');

const fieldsOf = (type: string): readonly string[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
};
const hasField = (path: string): boolean => {
  const [type = '', field = ''] = path.split('.');
  return fieldsOf(type).includes(field);
};
const valuesOf = (type: string): string[] =>
  (schema.getType(type) as GraphQLEnumType).getValues().map(({ name }) => name);

/** Node properties without a field of the same name: the field that gives them, or the reason for none. */
const TOLD_OTHERWISE: Readonly<Record<string, { readonly field: string } | { readonly reason: string }>> = {
  'ReformItem.position': { reason: 'sorts items; number and batch say the same' },
  'ReformItem.titlePinyin': { reason: 'sorts titles' },
  'ReformItem.agencyCount': { field: 'ReformItemAgencyConnection.totalCount' },
  'Agency.pinyin': { reason: 'sorts names' },
  'Agency.formerNamesFrom': { field: 'FormerName.validFrom' },
  'Agency.formerNamesTo': { field: 'FormerName.validTo' },
  'PilotZone.pinyin': { reason: 'sorts names' },
  'Theme.pinyin': { reason: 'sorts names' },
  'PolicyDocument.pinyin': { reason: 'sorts titles' },
  'Organization.pinyin': { reason: 'sorts names' },
  'Batch.fileName': { field: 'SourceFile.name' },
  'Batch.sha256': { field: 'SourceFile.sha256' },
  'FirstClaim.position': { reason: 'sorts facts in reading order' },
  'Figure.position': { reason: 'sorts facts in reading order' },
  'Milestone.position': { reason: 'sorts facts in reading order' },
};

/** Texts of nodes that search does not cover, and the reasons. */
const NOT_SEARCHED: Readonly<Record<string, string>> = {
  'Agency.formerNamesFrom': 'days',
  'Batch.fileName': 'a name for operators',
  'FirstClaim.subject': 'found by the text of its item',
  'Figure.unit': 'found by the text of its item',
  'Milestone.event': 'found by the text of its item',
};
/** Ids and sort keys are not texts to search for. */
const SORTS = ['id', 'position', 'pinyin', 'titlePinyin'];

const propertiesOf = (label: Label) => Object.entries(nodeSchemas[label].shape);

describe.each(labels)('the label %s', (label) => {
  test('has its GraphQL type, with a field for each property', () => {
    const type = schema.getType(label) as GraphQLObjectType | undefined;
    expect(type?.getInterfaces().map(({ name }) => name)).toContain('Node');
    const lacking = propertiesOf(label)
      .map(([property]) => property)
      .filter((property) => !hasField(`${label}.${property}`))
      .map((property) => `${label}.${property}`);
    expect(lacking).toEqual(Object.keys(TOLD_OTHERWISE).filter((each) => each.startsWith(`${label}.`)));
  });

  test('is found by each of its texts', () => {
    const texts = propertiesOf(label).filter(
      ([property, each]) => isFreeText(each) && !SORTS.includes(property),
    );
    const marked = Object.fromEntries(
      texts.map(([property, each]) => [property, isList(each) ? [`“${property}”`] : `“${property}”`]),
    );
    const node = { ...marked, id: `${label}:one` } as unknown as AnyNode;
    const searched = new Set(searchableFields(node).map(({ text }) => text));
    const others = texts.map(([property]) => property).filter((property) => !searched.has(`“${property}”`));
    expect(others.map((property) => `${label}.${property}`)).toEqual(
      Object.keys(NOT_SEARCHED).filter((each) => each.startsWith(`${label}.`)),
    );
    // Highlights name the field of the words.
    for (const { name } of searchableFields(node))
      expect(hasField(`${label}.${name.replace(/\[.*/, '')}`)).toBe(true);
  });

  test('is in the table of docs/graph.md, and has its Chinese name', () => {
    expect(rows.some(({ from, to }) => [...from, ...to].includes(label))).toBe(true);
    expect(LABELS[label].gloss).toMatch(/\p{Script=Han}/u);
    expect(valuesOf('NodeKind')).toContain(nodeKindOf(label));
  });
});

test('every replacement field in the list exists', () => {
  const fields = Object.values(TOLD_OTHERWISE).flatMap((each) => ('field' in each ? [each.field] : []));
  expect(fields.filter((field) => !hasField(field))).toEqual([]);
});

/** By type, the GraphQL types with the properties of its edges. */
const FIELDS_OF: Readonly<Record<RelationshipType, readonly string[]>> = {
  RESPONSIBLE_FOR: ['ReformItemAgencyEdge', 'AgencyReformItemEdge'],
  PILOTED_IN: ['ReformItemZoneEdge', 'ZoneReformItemEdge'],
  HAS_THEME: ['ReformItemThemeEdge', 'ThemeReformItemEdge'],
  // ReformItem.promotedTo is one region, without an edge.
  PROMOTED_TO: ['Relationship'],
  STATES: ['FirstClaim', 'Figure', 'Milestone'],
  CITES: ['ReformItemCitationEdge', 'PolicyDocumentCitationEdge'],
  MENTIONS: ['ReformItemMentionEdge', 'OrganizationMentionEdge'],
  MENTIONS_AGENCY: ['ReformItemMentionedAgencyEdge', 'AgencyMentionEdge'],
  CONTINUES: [],
  PUBLISHED_IN: [],
  PART_OF: [],
  MERGED_INTO: [],
  ADMINISTERS: [],
  NARROWER_THAN: [],
};
const EVIDENCE = ['evidenceFields', 'evidenceStarts', 'evidenceEnds'];

/** Rows `Agency 负责单位 | `TYPE` {a, b} | X, Y` of the table under The graph. */
const rows = [...GRAPH_DOC.matchAll(/^\| (\w[^|]*) \| `([A-Z_]+)`(?: \{([^}]*)\})? \| ([^|]+) \|/gm)].map(
  ([, from = '', type = '', properties = '', to = '']) => ({
    type,
    from: from.match(/[A-Z]\w+/g) ?? [],
    to: to.match(/[A-Z]\w+/g) ?? [],
    properties: properties.split(', ').filter((each) => each !== ''),
  }),
);

describe.each(relationshipTypes)('the relationship %s', (type) => {
  const properties = Object.keys(relationshipSchemas[type].shape);
  const beside = properties.filter((property) => !EVIDENCE.includes(property));

  test('has a GraphQL field for each edge property', () => {
    const fields = new Set(
      properties.map((property) => (EVIDENCE.includes(property) ? 'evidence' : property)),
    );
    if (fields.size > 0) expect(FIELDS_OF[type]).not.toEqual([]);
    for (const field of FIELDS_OF[type]) expect(fieldsOf(field)).toEqual(expect.arrayContaining([...fields]));
    expect(valuesOf('RelationshipKind')).toContain(type);
  });

  test('is in the table of docs/graph.md, with its ends and its properties', () => {
    const own = rows.filter((row) => row.type === type);
    const pairs = own.flatMap(({ from, to }) => from.flatMap((start) => to.map((end) => [start, end])));
    expect(pairs).toEqual(RELATIONSHIPS[type].ends.map((pair) => [...pair]));
    for (const row of own) expect(row.properties).toEqual(beside);
  });

  test('has evidence if and only if the model says so', () => {
    expect(EVIDENCE.every((property) => properties.includes(property))).toBe(RELATIONSHIPS[type].evidence);
    expect(EVIDENCE.some((property) => properties.includes(property))).toBe(RELATIONSHIPS[type].evidence);
  });
});

test('docs/graph.md counts the types with evidence, and lists them first', () => {
  const COUNTS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  const evidenced = relationshipTypes.filter((type) => RELATIONSHIPS[type].evidence);
  const listed = [...new Set(rows.map(({ type }) => type))];
  expect(listed.slice(0, evidenced.length)).toEqual(evidenced);
  expect(GRAPH_DOC).toContain(`The first ${COUNTS[evidenced.length]} carry their evidence`);
});
