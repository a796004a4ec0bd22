import {
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { labels } from '../../../../src/domain/model.ts';
import { declared, isConnection } from '../../../../src/graphql/cost/declarations.ts';
import { createSchema } from '../../../../src/server/schema.ts';

const schema = createSchema();
const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

/** Every field of each of our object types. */
const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  );

test('every list of objects declares its bound, and every connection its whole list', () => {
  const silent = fields
    .filter(({ field }) => isCompositeType(getNamedType(field.type)))
    .filter(({ field }) => isList(field.type) || isConnection(field))
    .filter(({ field }) => declared(field).lists === undefined && declared(field).page === undefined)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});

test('only connections have pages, and each has both edges and nodes', () => {
  for (const { name, field } of fields.filter(({ field }) => isConnection(field))) {
    const type = getNamedType(field.type);
    const pages = isObjectType(type)
      ? Object.values(type.getFields()).flatMap((each) => declared(each).page ?? [])
      : [];
    expect([name, ...pages.sort()]).toEqual([name, 'edges', 'nodes']);
  }
});

test('the declarations reach the schema', () => {
  const declaring = fields.filter(({ field }) => declared(field).lists !== undefined);
  expect(declaring.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Agency.reformItems', 'Query.reformItems', 'Figure.evidence', 'Subgraph.nodes']),
  );
});

test('each label has its own GraphQL type', () => {
  for (const label of labels) expect(isObjectType(schema.getType(label))).toBe(true);
});
