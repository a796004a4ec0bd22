import { type GraphModel, graphModel } from '../src/domain/graph-model.ts';
import {
  batchLabels,
  itemRelationshipTypes,
  labels,
  relationshipTypes,
  vocabularyRelationshipTypes,
} from '../src/domain/model.ts';
import { nodeSchemas } from '../src/domain/nodes.ts';
import { relationshipSchemas } from '../src/domain/relationships.ts';

const kebab = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();

const NOTE = '// Generated from src/domain/model.ts by npm run generate.';

const writeOfNodes = (does: string, clauses: string): string =>
  `// ${does}
//
${NOTE}
//
// @mode  write
// @param rows map[] the node's properties, id among them
UNWIND $rows AS row
${clauses}
SET n = row
`;

const writeOfRelationships = (does: string, clause: string): string =>
  `// ${does}
//
${NOTE}
//
// @mode  write
// @param rows map[] from and to are ids; properties is a map
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
${clause}
SET x = row.properties
`;

/** Statements that differ only in a label or relationship type, which cannot be parameters in Cypher. */
export function loadStatements(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const label of labels) {
    files[`constraints/${kebab(label)}-id.cypher`] = `// The id of a ${label} is unique.
//
${NOTE}
//
// @mode schema
CREATE CONSTRAINT ${kebab(label).replaceAll('-', '_')}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE
`;
    files[`load/merge-${kebab(label)}.cypher`] = writeOfNodes(
      `Creates or updates one ${label} for each row, with exactly the row's properties.`,
      `MERGE (n:Entity {id: row.id})\nSET n:${label}`,
    );
    files[`load/create-${kebab(label)}.cypher`] = writeOfNodes(
      `Creates one ${label} for each row. The graph must not have any of them.`,
      `CREATE (n:Entity:${label})`,
    );
  }
  for (const type of relationshipTypes) {
    files[`load/merge-${kebab(type)}.cypher`] = writeOfRelationships(
      `Creates or updates ${type} between the two nodes of each row, with exactly the row's properties.`,
      `MERGE (a)-[x:${type}]->(b)`,
    );
    files[`load/create-${kebab(type)}.cypher`] = writeOfRelationships(
      `Creates ${type} between the two nodes of each row. The graph must not have any of them.`,
      `CREATE (a)-[x:${type}]->(b)`,
    );
  }
  files['load/vocabulary-relationships.cypher'] =
    `// The relationships that lead from each given node to another vocabulary entry.
//
${NOTE}
//
// @mode   read
// @param  ids        string[]
// @column type       string
// @column from       string
// @column to         string
// @column properties map
UNWIND $ids AS id
MATCH (a:Entity {id: id})
WITH DISTINCT a
MATCH (a)-[x:${vocabularyRelationshipTypes.join('|')}]->(b:Entity)
RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
ORDER BY type, from, to
`;
  files['snapshot/links-beside-items.cypher'] = linksBesideItems(graphModel);
  files['load/unused.cypher'] =
    `// The given vocabulary entries that no reform item and no narrower entry refers to any more. A merger of two bodies
// is no reason to keep either (load/merged.cypher).
//
${NOTE}
//
// @mode   read
// @param  ids string[]
// @column id  string
UNWIND $ids AS id
MATCH (n:Entity {id: id})
WHERE NOT EXISTS { (n)-[:${itemRelationshipTypes.join('|')}]-() }
  AND NOT EXISTS { (n)<-[:${vocabularyRelationshipTypes.filter((type) => type !== 'MERGED_INTO').join('|')}]-() }
RETURN n.id AS id
ORDER BY id
`;
  return files;
}

/** Types that can join two nodes of which neither is a reform item. They may join items too. */
const typesBesideItems = (relationships: GraphModel['relationships']): string[] =>
  Object.entries(relationships)
    .filter(([, { ends }]) => ends.some((pair) => !pair.includes('ReformItem')))
    .map(([type]) => type);

/** The statement that reads a model's relationships in which no reform item takes part. */
export const linksBesideItems = ({ relationships }: Pick<GraphModel, 'relationships'>): string =>
  `// The relationships from each given node to other nodes. Neither end is a reform item.
//
${NOTE}
//
// @mode   read
// @param  ids        string[]
// @column type       string
// @column from       string
// @column to         string
// @column properties map
UNWIND $ids AS id
MATCH (a:Entity {id: id})
WITH DISTINCT a
MATCH (a)-[x:${typesBesideItems(relationships).join('|')}]->(b:Entity)
WHERE b.id IS NOT NULL AND NOT b:ReformItem
RETURN type(x) AS type, a.id AS from, b.id AS to, properties(x) AS properties
ORDER BY type, from, to
`;

/** Maps labels and types to the statements that write them: src/store/load/write-statements.gen.ts. */
export function writeStatements(): string {
  const binding = (verb: 'Create' | 'Merge', name: string): string =>
    `statements.load${verb}${kebab(name).replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase())}`;
  const rows = (verb: 'Create' | 'Merge', names: readonly string[]): string =>
    names.map((name) => `  ${name}: ${binding(verb, name)},\n`).join('');
  return `// Generated from src/domain/model.ts by npm run generate. Do not edit.
import type { Label, RelationshipType } from '../../domain/model.ts';
import type { Statement } from '../statement.ts';
import * as statements from '../statements.gen.ts';

type Write = Statement<{ rows: Record<string, unknown>[] }, Record<string, never>>;

export const createNodeStatements: Record<Label, Write> = {
${rows('Create', labels)}};

export const createRelationshipStatements: Record<RelationshipType, Write> = {
${rows('Create', relationshipTypes)}};

export const mergeNodeStatements: Record<Label, Write> = {
${rows('Merge', labels)}};

export const mergeRelationshipStatements: Record<RelationshipType, Write> = {
${rows('Merge', relationshipTypes)}};
`;
}

/** Labels, types and properties, for the linter of query files and for analysts. */
export function modelSummary(): string {
  const properties = [
    ...Object.values(nodeSchemas).flatMap((schema) => Object.keys(schema.shape)),
    ...Object.values(relationshipSchemas).flatMap((schema) => Object.keys(schema.shape)),
    ...['version', 'changedAt', 'at', 'batch', 'entries'],
    ...['nodes', 'relationships'].flatMap((of) => [`${of}Added`, `${of}Updated`, `${of}Removed`]),
  ];
  const summary = {
    labels: [...labels, 'Entity', 'Graph', 'ImportRecord', 'ChangeBlock'],
    batchLabels,
    relationshipTypes,
    propertyKeys: [...new Set(properties)].sort(),
  };
  return `${JSON.stringify(summary, null, 2)}\n`;
}
