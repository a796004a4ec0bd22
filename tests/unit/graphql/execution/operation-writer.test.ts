import { buildSchema, execute, type GraphQLObjectType, Kind, parse, validate } from 'graphql';
import { NodeTextCache } from '../../../../src/graphql/execution/node-text-cache.ts';
import { conditionVariables, operationWriter } from '../../../../src/graphql/execution/operation-writer.ts';
import { NotWritten } from '../../../../src/graphql/execution/writer.ts';
import { contextOf } from '../../../support/request-context.ts';
import { bulletinSnapshot } from '../../../support/snapshots.ts';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  interface Thing { name: String! }
  type Box implements Thing { name: String! size(unit: String = "cm", rounded: Boolean): Int colour: Colour lid: Box things: [Thing!]! }
  type Ball implements Thing { name: String! round: Boolean! weight: Float id: ID lastly: String }
  union Toy = Box | Ball
  type Query { box: Box balls: [Ball] toys: [Toy!]! later: Box! sum(of: [Int!]!): Int text: String none: Box }
`);
const boxes = schema.getType('Box') as GraphQLObjectType;
for (const type of ['Thing', 'Toy'])
  Object.assign(schema.getType(type) as object, {
    resolveType: (value: object) => ('round' in value ? 'Ball' : 'Box'),
  });
(boxes.getFields().size as { resolve?: unknown }).resolve = (
  { width }: { width: number },
  { unit, rounded }: { unit: string; rounded?: boolean | null },
) => (unit === 'mm' ? width * 10 : rounded === null ? -1 : width);

const ball = { name: '球', round: true, weight: 1.5, id: 7, lastly: undefined };
const inner = { name: 'in"ner\n', width: 1, colour: 'GREEN', lid: null, things: [] };
const box = { name: '盒', width: 12, colour: 'RED', lid: Promise.resolve(inner), things: [ball, inner] };
const ROOT = {
  box,
  balls: Promise.resolve([ball, null, Promise.resolve(ball)]),
  toys: () => [ball, box],
  later: async () => box,
  sum: ({ of }: { of: number[] }) => of.reduce((a, b) => a + b, 0),
  text: null,
};
for (const [name, value] of Object.entries(ROOT)) {
  const field = (schema.getQueryType() as GraphQLObjectType).getFields()[name] as { resolve?: unknown };
  field.resolve = (_root: unknown, args: never) => (typeof value === 'function' ? value(args) : value);
}

const snapshot = bulletinSnapshot();

async function both(query: string, variables: Record<string, unknown> = {}, name: string | null = null) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const definition = document.definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION && (name === null || each.name?.value === name),
  );
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const context = contextOf(snapshot);
  const result = await execute({ schema, document, variableValues: variables, operationName: name });
  const conditions = Object.fromEntries(conditionVariables(document).map((each) => [each, variables[each]]));
  const { write } = operationWriter({ schema, document, definition }, conditions, new NodeTextCache(0));
  const written = await write({ context, variables, args: [], texts: [] });
  return { written, plain: JSON.stringify(result.data), errors: result.errors };
}

const OPERATIONS: readonly [query: string, variables?: Record<string, unknown>, name?: string][] = [
  ['{ box { name size colour lid { name lid { name } } } text none { name } }'],
  ['{ b: box { n: name, __typename } a: box { name } __typename }'],
  ['{ balls { name round weight id lastly } }'],
  [
    '{ toys { __typename ... on Thing { name } ... on Ball { weight } ... on Box { things { name ...B } } } } fragment B on Ball { id }',
  ],
  ['{ later { size(unit: "mm") } box { ...X lid { name } } } fragment X on Box { lid { colour } name }'],
  ['{ box { name } box { size } box { name lid { name } } box { lid { size } } }'],
  ['{ box { name @skip(if: true) size @include(if: true) } toys @include(if: false) { __typename } }'],
  ['{ box { ...S @skip(if: true) ...T } } fragment S on Box { name } fragment T on Box { ...S size }'],
  [
    'query ($u: String, $n: [Int!]!) { box { size(unit: $u) lid { size(unit: $u) } } sum(of: $n) }',
    { u: 'mm', n: [1, 2] },
  ],
  ['query ($r: Boolean) { box { size(rounded: $r) } }', { r: null }],
  ['query ($r: Boolean) { box { size(rounded: $r) } }', {}],
  ['query ($s: Boolean!) { box { name @skip(if: $s) ... @include(if: $s) { size colour } } }', { s: true }],
  ['query ($s: Boolean!) { box { name @skip(if: $s) ... @include(if: $s) { size colour } } }', { s: false }],
  ['query A { box { name } } query B { later { name @skip(if: true) size } }', {}, 'B'],
];
test.each(OPERATIONS.map(([query, variables = {}, name = null]) => [query, variables, name] as const))(
  '%s with %p is written as graphql-js answers it',
  async (query, variables, name) => {
    const { written, plain, errors } = await both(query, variables, name);
    expect(errors).toBeUndefined();
    expect(written).toBe(plain);
  },
);

test('lists the variables of the conditions, which select the writer', () => {
  expect(
    conditionVariables(
      parse(
        'query ($a: Boolean!, $b: Boolean!, $c: String) { box @skip(if: $a) { ...F @include(if: $b) size(unit: $c) } } fragment F on Box { name }',
      ),
    ),
  ).toEqual(['a', 'b']);
});

test.each([
  ['{ __schema { queryType { name } } }', 'the schema is asked about itself'],
  ['{ __type(name: "Box") { name } }', 'the schema is asked about itself'],
])('%s is left to graphql-js', async (query, reason) => {
  await expect(both(query)).rejects.toThrow(new NotWritten(reason));
});

/** Results of the resolver of `box` that graphql-js turns into an error or another value. */
test.each<[string, unknown]>([
  ['an error', new Error('returned')],
  ['null where none is allowed', { name: null }],
  ['a wrong scalar', { name: '盒', width: 1.5 }],
  ['an enum value that is none', { name: '盒', colour: 'BLUE' }],
  ['a list that is no list', { name: '盒', things: 5 }],
  ['a list that is a set', { name: '盒', things: new Set([ball]) }],
  [
    'a promise that is no Promise',
    Object.fromEntries([['then', (done: (value: object) => void) => done(box)]]),
  ],
  ['a rejected promise', () => Promise.reject(new Error('rejected'))],
  [
    'a rejected promise in a field, beside one under way',
    { name: Promise.resolve('盒'), colour: () => Promise.reject(new Error('late')) },
  ],
  ['a member of no type', { name: '盒', things: [null] }],
])('%s: the result is left to graphql-js', async (_name, value) => {
  const { box: field } = (schema.getQueryType() as GraphQLObjectType).getFields() as unknown as {
    box: { resolve?: unknown };
  };
  const before = field.resolve;
  field.resolve = () => (typeof value === 'function' ? value() : value);
  try {
    await expect(both('{ box { name size colour things { name } } }')).rejects.toThrow();
  } finally {
    field.resolve = before;
  }
});

test('a resolver that reads its path or variables is left to graphql-js', async () => {
  const { text } = (schema.getQueryType() as GraphQLObjectType).getFields() as unknown as {
    text: { resolve?: unknown };
  };
  for (const key of ['path', 'variableValues']) {
    text.resolve = (_root: unknown, _args: unknown, _context: unknown, info: Record<string, unknown>) =>
      JSON.stringify(info[key]);
    await expect(both('{ text }')).rejects.toThrow(NotWritten);
  }
});

test('repeated nested fragment spreads stop at a limit', async () => {
  const spreads = Array.from(
    { length: 12 },
    (_, index) =>
      `fragment F${index} on Box { a${index}: lid { ...F${index + 1} } b${index}: lid { ...F${index + 1} } }`,
  );
  const query = `{ box { ...F0 } } ${spreads.join(' ')} fragment F12 on Box { name }`;
  const document = parse(query);
  const [definition] = document.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  expect(() => operationWriter({ schema, document, definition }, {}, new NodeTextCache(0))).toThrow(
    new NotWritten('more than 2000 fields'),
  );
});
