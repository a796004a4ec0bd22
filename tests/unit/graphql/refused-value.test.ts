import { buildSchema, execute, GraphQLError, getOperationAST, parse, validate } from 'graphql';
import { refusedValue } from '../../../src/graphql/refused-value.ts';

const schema = buildSchema(`
  input Inner { must: Int! = 1, may: Int, list: [Int!] }
  input Outer { inner: Inner, inners: [Inner!], again: Outer }
  directive @note(at: Int! = 1) on FIELD
  type Query {
    n(x: Int! = 1, y: Int): String
    list(x: [Int!]!): String
    outer(x: Outer): String
    fails: String!
    own: String
  }
`);

/** The path and message of each error of a valid operation. */
function refusals(query: string, variables: Record<string, unknown>): unknown[] {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document);
  const rootValue = {
    fails: () => null,
    own: () => {
      throw new GraphQLError('a resolver’s', { nodes: document });
    },
  };
  const { errors = [] } = execute({ schema, document, variableValues: variables, rootValue }) as {
    errors?: GraphQLError[];
  };
  if (operation == null) throw new Error('no operation');
  return errors.map((error) => {
    const refused = refusedValue(error, { schema, document, operation, variables });
    return refused && [refused.argument, refused.message.replace(`${refused.argument}: `, '')];
  });
}

const NULL = 'null is not allowed here, and the variable $v is null';
test.each([
  ['query ($v: Int) { n(x: $v) }', 'x'],
  ['query ($v: Int = 2) { n(x: $v) }', 'x'],
  ['query ($v: Int = 2) { list(x: [1, $v]) }', 'x[1]'],
  ['query ($v: [Int!] = [2]) { list(x: $v) }', 'x'],
  ['query ($v: Int) { outer(x: { inner: { must: $v } }) }', 'x.inner.must'],
  ['query ($v: Int = 2) { outer(x: { inner: { may: 1, list: [3, $v] } }) }', 'x.inner.list[1]'],
  ['query ($v: Inner = {}) { outer(x: { inners: [{ may: $v0 }, $v] }) }', 'x.inners[1]'],
  ['query ($v: Int) { outer(x: { again: { again: { inner: { must: $v } } } }) }', 'x.again.again.inner.must'],
])('%s: %s', (query, path) => {
  expect(refusals(query.replace('$v0', '1'), { v: null })).toEqual([[path, NULL]]);
});

test('the argument of a directive', () => {
  expect(refusals('query ($v: Boolean = true) { own @skip(if: $v) }', { v: null })).toEqual([['if', NULL]]);
});

test('reports the first refused position, with defaults in place of omitted values', () => {
  const query = 'query ($a: Int, $v: Int) { outer(x: { inners: [{ must: $a }, { must: $v, may: $a }] }) }';
  expect(refusals(query, { v: null })).toEqual([['x.inners[1].must', NULL]]);
});

test('reports each field separately', () => {
  expect(refusals('query ($v: Int) { a: n(x: $v) b: n(x: $v, y: $v) n(y: $v) }', { v: null })).toEqual([
    ['x', NULL],
    ['x', NULL],
  ]);
});

test('does not explain other kinds of errors', () => {
  expect(refusals('{ fails }', {})).toEqual([undefined]);
  expect(refusals('{ own }', {})).toEqual([undefined]);
});
