import { LABELS, RELATIONSHIPS } from '../src/domain/model.ts';
import { type Column, type Field, type FieldType, parseQueryFile } from '../src/store/query-file.ts';

const SCALARS: Record<string, string> = {
  string: 'z.string()',
  int: 'z.int()',
  float: 'z.number()',
  boolean: 'z.boolean()',
  map: 'z.record(z.string(), z.unknown())',
  AnyNode: 'anyNode',
  ItemClause: 'itemClause',
};

/** The TypeScript of src/store/statements.gen.ts for these query files. */
export function bindings(files: readonly (readonly [file: string, text: string])[]): string {
  const parsed = files.map(([file, text]) => parseQueryFile(file, text));
  const constants = parsed.map((query) => {
    const params = query.params.map((field) => `    ${member(field)},\n`).join('');
    const columns = query.columns.map((column) => `    ${columnMember(column)},\n`).join('');
    return `/** ${query.question} */
export const ${constantName(query.file)} = defineStatement({
  file: '${query.file}',
  mode: '${query.mode}',
  params: z.strictObject({${params && `\n${params}  `}}),
  row: z.strictObject({${columns && `\n${columns}  `}}),
});
`;
  });
  const body = constants.join('\n');
  const imports = [
    "import { z } from 'zod';",
    body.includes('itemClause') ? "import { itemClause } from '../domain/item-clause.ts';" : '',
    body.includes('nodeSchemas.') ? "import { nodeSchemas } from '../domain/nodes.ts';" : '',
    body.includes('relationshipSchemas.')
      ? "import { relationshipSchemas } from '../domain/relationships.ts';"
      : '',
    `import { ${body.includes('anyNode') ? 'anyNode, ' : ''}defineStatement } from './statement.ts';`,
  ].filter((line) => line !== '');
  return `// Generated from cypher/**/*.cypher by npm run generate. Do not edit.\n${imports.join('\n')}\n\n${body}`;
}

/** `agency/co-owners.cypher` → `agencyCoOwners`. */
function constantName(file: string): string {
  return file.replace(/\.cypher$/, '').replace(/[-/](\w)/g, (_all, letter: string) => letter.toUpperCase());
}

const member = (field: Field): string => `${field.name}: ${schema(field.type)}`;

function columnMember(column: Column): string {
  if (column.members.length === 0) return member(column);
  const inner = column.members.map(member).join(', ');
  return `${column.name}: z.array(z.strictObject({ ${inner} }))`;
}

function schema(type: FieldType): string {
  const base = baseSchema(type.base);
  const listed = type.list ? `z.array(${base})` : base;
  return type.nullable ? `${listed}.nullable()` : listed;
}

function baseSchema(base: string): string {
  if (Object.hasOwn(LABELS, base)) return `nodeSchemas.${base}`;
  if (Object.hasOwn(RELATIONSHIPS, base)) return `relationshipSchemas.${base}`;
  return SCALARS[base] as string;
}
