import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindings } from '../../../scripts/generate-bindings.ts';
import { loadStatements, modelSummary } from '../../../scripts/generate-load.ts';
import { labels, relationshipTypes } from '../../../src/domain/model.ts';
import { queryFiles } from '../../support/query-files.ts';

const root = join(import.meta.dirname, '../../..');
const cypher = (file: string): string => readFileSync(join(root, 'cypher', file), 'utf8');

test('a query file becomes a constant with its types and its checks', () => {
  const text = `// Themes of each given item.
//
// @mode   read
// @param  ids     string[]
// @param  after   int?
// @column ownerId string
// @column edges   map[]
// @column edges[].node Theme
// @column edges[].others Theme[]
// @column note    string?
RETURN 1
`;
  expect(bindings([['reform-item/themes-x.cypher', text]])).toBe(
    `// Generated from cypher/**/*.cypher by npm run generate. Do not edit.
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import { defineStatement } from './statement.ts';

/** Themes of each given item. */
export const reformItemThemesX = defineStatement<
  { ids: string[]; after: number | null },
  { ownerId: string; edges: { node: NodeOf<'Theme'>; others: NodeOf<'Theme'>[] }[]; note: string | null }
>({
  file: 'reform-item/themes-x.cypher',
  mode: 'read',
  params: { ids: 'string[]', after: 'int?' },
  columns: { ownerId: 'string', edges: { node: 'Theme', others: 'Theme[]' }, note: 'string?' },
});
`,
  );
});

test('a file without parameters and columns', () => {
  expect(bindings([['load/x.cypher', '// Does it.\n//\n// @mode write\nCREATE (n)\n']])).toContain(
    `export const loadX = defineStatement<
  Record<string, never>,
  Record<string, never>
>({
  file: 'load/x.cypher',
  mode: 'write',
  params: {},
  columns: {},
});`,
  );
});

test('every label has an id constraint and a merge, and every relationship type has a merge', () => {
  const statements = loadStatements();
  const texts = Object.values(statements);
  for (const label of labels) {
    expect(texts.filter((text) => text.includes(`FOR (n:${label}) REQUIRE n.id IS UNIQUE`))).toHaveLength(1);
    expect(texts.filter((text) => text.includes(`SET n:${label}\n`))).toHaveLength(1);
  }
  for (const type of relationshipTypes) {
    expect(texts.filter((text) => text.includes(`MERGE (a)-[x:${type}]->(b)`))).toHaveLength(1);
  }
});

describe('the committed files equal the generated ones', () => {
  test.each(Object.entries(loadStatements()))('cypher/%s', (file, text) => {
    expect(cypher(file)).toBe(text);
  });

  test('the bindings', () => {
    const committed = readFileSync(join(root, 'src/store/statements.gen.ts'), 'utf8');
    expect(bindings(queryFiles.map((file) => [file, cypher(file)]))).toBe(committed);
  });

  test('the summary of the model', () => {
    expect(cypher('schema.json')).toBe(modelSummary());
  });
});
