import { type GraphQLSchema, Kind, parse, type SelectionNode } from 'graphql';
import type { Random } from './random.ts';

/** Parts of typical introspection queries. */
const ABOUT_TYPE = [
  'kind name description',
  '__typename name fields { name args { name defaultValue } type { kind name ofType { name } } }',
  'name enumValues { name description } inputFields { name type { name kind } defaultValue }',
  'name possibleTypes { name } interfaces { name }',
];
const ABOUT_SCHEMA = [
  'queryType { name }',
  'directives { name locations args { name } }',
  'types { name kind }',
];

/** An introspection field for the root. */
export function introspectionField(random: Random, schema: GraphQLSchema): SelectionNode {
  const types = Object.keys(schema.getTypeMap());
  const text = random.chance(0.7)
    ? `__type(name: ${JSON.stringify(random.pick([...types, 'NoSuchType']))}) { ${random.pick(ABOUT_TYPE)} }`
    : `__schema { ${random.pick(ABOUT_SCHEMA)} }`;
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('no operation');
  return definition.selectionSet.selections[0] as SelectionNode;
}
