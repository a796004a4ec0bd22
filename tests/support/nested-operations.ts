import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLInt,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { toGlobalId } from '../../src/graphql/relay/global-id.ts';

/** Texts for arguments that name a node, by argument name. Arguments without an entry use any of them. */
type Names = Readonly<Record<string, readonly string[]>>;

const SIZES = [50, 20, 3, 50, 1];
const MAX_DEPTH = 11;

/**
 * Writes a query of nested lists. It selects objects within objects, and only `__typename` besides them.
 * @param choices numbers to choose by; after the last number the first option is always chosen and nesting stops
 */
export function nestedOperation(schema: GraphQLSchema, names: Names, choices: readonly number[]): string {
  let at = 0;
  const choose = <T>(of: readonly T[]): T => of[(choices[at++] ?? 0) % of.length] as T;

  const value = ({ name, type }: GraphQLArgument): string | undefined => {
    const nullable = getNullableType(type);
    if (['first', 'last', 'limit'].includes(name)) return String(choose(SIZES));
    if (name === 'depth') return String(choose([1, 2, 3]));
    if (name === 'maxLength') return String(choose([1, 4, 8]));
    if (isEnumType(nullable)) return choose(nullable.getValues()).name;
    if (name === 'ids') return JSON.stringify([choose(names.id ?? []), choose(names.id ?? [])]);
    if (nullable === GraphQLInt) return name === 'since' ? '0' : '1';
    if (!isNonNullType(type) || !isScalarType(nullable)) return undefined;
    const known = names[name] ?? Object.values(names).flat();
    return JSON.stringify(choose(known.length === 0 ? ['x'] : known));
  };
  const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): string => {
    const isGiven = (argument: GraphQLArgument): boolean =>
      isNonNullType(argument.type) && argument.defaultValue === undefined
        ? true
        : choose([true, true, false]);
    // A page is read from one end only.
    const chosen = args
      .filter(({ name }) => name !== (choose([0, 1]) === 0 ? 'last' : 'first'))
      .filter(isGiven);
    const given = chosen.flatMap((argument) => {
      const text = value(argument);
      return text === undefined ? [] : [`${argument.name}: ${text}`];
    });
    const both =
      given.some((text) => text.startsWith('first')) && given.some((text) => text.startsWith('last'));
    const kept = both ? given.filter((text) => !text.startsWith('last')) : given;
    return kept.length === 0 ? '' : `(${kept.join(', ')})`;
  };
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const left = at < choices.length && depth < MAX_DEPTH;
    if (!isObjectType(type)) {
      const kinds = left
        ? [choose(schema.getPossibleTypes(type)), choose(schema.getPossibleTypes(type))]
        : [];
      return `{ __typename ${kinds.map((kind) => `... on ${kind.name} ${selection(kind, depth + 1)}`).join(' ')} }`;
    }
    const nesting = nestingFields(type);
    // Lists nest within each other more often than they stand side by side.
    const count = left && nesting.length > 0 ? choose([1, 1, 2]) : 0;
    const chosen = new Set(Array.from({ length: count }, () => choose(nesting)));
    // Aliased, because types of one interface may have the same field with different arguments.
    const fields = [...chosen].map(
      (field) =>
        `${type.name}_${field.name}: ${field.name}${argumentsOf(field)} ${selection(getNamedType(field.type) as GraphQLCompositeType, depth + 1)}`,
    );
    return `{ __typename ${fields.join(' ')} }`;
  };
  return selection(schema.getQueryType() as GraphQLCompositeType, 0);
}

/** Fields that lead to other objects: members of a page, preferably the node of an edge, and pages at the root. */
function nestingFields(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  const fields = Object.values(type.getFields()).filter((field) => isCompositeType(getNamedType(field.type)));
  const named = (names: readonly string[]) => fields.filter(({ name }) => names.includes(name));
  const { pageInfo, cursor } = type.getFields();
  if (pageInfo !== undefined) return named(['nodes', 'edges']);
  if (cursor !== undefined) return [...named(['node']), ...named(['node']), ...fields];
  return type.name === 'Query'
    ? [...named(['agencies', 'reformItems', 'themes', 'pilotZones', 'organizations']), ...fields]
    : fields;
}

/** The names of the nodes with these ids, by the argument that takes them. */
export const namesOf = (ids: readonly string[]): Names => {
  const keys = (label: string): string[] =>
    ids.filter((id) => id.startsWith(`${label}:`)).map((id) => id.slice(label.length + 1));
  const all = ids.map(toGlobalId);
  return {
    id: all,
    of: all,
    from: all,
    to: all,
    row: all,
    column: all,
    name: ['PilotZone', 'Agency', 'Theme', 'Region', 'Organization'].flatMap(keys),
    code: ['ReformItem', 'Batch'].flatMap(keys),
    a: keys('Batch'),
    b: keys('Batch'),
    title: keys('PolicyDocument'),
    query: ['融资', '天津 海关', 'a'],
  };
};
