import { LABELS } from '../src/domain/model.ts';
import { type Column, type Field, type FieldType, parseQueryFile } from '../src/store/query-file.ts';

const TYPES: Record<string, string> = {
  string: 'string',
  int: 'number',
  float: 'number',
  boolean: 'boolean',
  map: 'Record<string, unknown>',
  AnyNode: 'AnyNode',
};

/**
 * The source of src/store/statements.gen.ts for these query files. It spells out the types, and passes checks as words
 * that statement.ts reads. If the compiler inferred one from the other, that would take most of the build time.
 */
export function bindings(files: readonly (readonly [file: string, text: string])[]): string {
  const constants = files.map(([file, text]) => {
    const query = parseQueryFile(file, text);
    const params = query.params.map(({ name, type }) => `${name}: '${word(type)}'`);
    const columns = query.columns.map((column) => `${column.name}: ${columnWord(column)}`);
    return `/** ${query.question} */
export const ${constantName(query.file)} = defineStatement<
  ${objectType(query.params.map(memberType))},
  ${objectType(query.columns.map(columnType))}
>({
  file: '${query.file}',
  mode: '${query.mode}',
  params: ${objectLiteral(params)},
  columns: ${objectLiteral(columns)},
});
`;
  });
  const body = constants.join('\n');
  const imports = [
    "import type { AnyNode, NodeOf } from '../domain/nodes.ts';",
    "import { defineStatement } from './statement.ts';",
  ];
  return `// Generated from cypher/**/*.cypher by npm run generate. Do not edit.\n${imports.join('\n')}\n\n${body}`;
}

/** `agency/co-owners.cypher` → `agencyCoOwners`. */
function constantName(file: string): string {
  return file.replace(/\.cypher$/, '').replace(/[-/](\w)/g, (_all, letter: string) => letter.toUpperCase());
}

const objectType = (members: readonly string[]): string =>
  members.length === 0 ? 'Record<string, never>' : `{ ${members.join('; ')} }`;
const objectLiteral = (members: readonly string[]): string =>
  members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;

const word = ({ base, list, nullable }: FieldType): string =>
  `${base}${list ? '[]' : ''}${nullable ? '?' : ''}`;

function columnWord(column: Column): string {
  if (column.members.length === 0) return `'${word(column.type)}'`;
  return objectLiteral(column.members.map(({ name, type }) => `${name}: '${word(type)}'`));
}

const memberType = ({ name, type }: Field): string => `${name}: ${typeScript(type)}`;

function columnType(column: Column): string {
  if (column.members.length === 0) return memberType(column);
  return `${column.name}: ${objectType(column.members.map(memberType))}[]`;
}

function typeScript({ base, list, nullable }: FieldType): string {
  return `${baseType(base)}${list ? '[]' : ''}${nullable ? ' | null' : ''}`;
}

function baseType(base: string): string {
  if (Object.hasOwn(LABELS, base)) return `NodeOf<'${base}'>`;
  return TYPES[base] as string;
}
