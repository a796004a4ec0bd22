import {
  buildSchema,
  executeSync,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  graphqlSync,
  parse,
} from 'graphql';
import { listSelection } from '../../../src/graphql/selection.ts';

/** What a resolver of `list` finds, in a query as it is really run. */
function finds(query: string, look: (info: GraphQLResolveInfo) => boolean): boolean | undefined {
  let found: boolean | undefined;
  const List: GraphQLObjectType = new GraphQLObjectType({
    name: 'List',
    fields: () => ({
      totalCount: { type: GraphQLString },
      other: { type: GraphQLString },
      cursor: { type: GraphQLString },
      node: { type: GraphQLString },
      edges: { type: List },
      list: { type: List },
    }),
  });
  const Query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      list: {
        type: List,
        resolve: (_source, _args, _context, info) => {
          found = look(info);
          return {};
        },
      },
    },
  });
  expect(graphqlSync({ schema: new GraphQLSchema({ query: Query }), source: query }).errors).toBeUndefined();
  return found;
}

const findsCursors = (query: string) => finds(query, (info) => listSelection(info).cursors);

describe('an edge’s cursor', () => {
  test.each([
    ['{ list { edges { cursor } } }', true],
    ['{ list { other } }', false],
    ['{ list { renamed: edges { cursor } } }', true],
    ['{ list { edges: other } }', false],
    ['{ list { other ... on List { edges { cursor } } } }', true],
    ['{ list { other ... { edges { cursor } } } }', true],
    ['{ list { ...F } } fragment F on List { other ...G } fragment G on List { edges { cursor } }', true],
    ['{ list { ...F } } fragment F on List { other }', false],
    [
      '{ list { ...F ...G } } fragment F on List { other } fragment G on List { ...F edges { cursor } }',
      true,
    ],
    ['{ list { other } list { edges { cursor } } }', true],
    ['{ list { other } ... on Query { list { edges { cursor } } } }', true],
    ['{ list { list { edges { cursor } } } }', false],
  ])('%s: %s', (query, expected) => {
    expect(findsCursors(query)).toBe(expected);
  });

  test('visits a fragment once, however often it is spread', () => {
    const spreads = Array.from(
      { length: 24 },
      (_, index) => `fragment F${index} on List { ...F${index + 1} ...F${index + 1} }`,
    );
    const start = performance.now();
    expect(findsCursors(`{ list { ...F0 } } ${spreads.join(' ')} fragment F24 on List { other }`)).toBe(
      false,
    );
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('what is of edges', () => {
  test.each([
    ['{ list { totalCount } }', false],
    ['{ list { edges { node } } }', false],
    ['{ list { edges { __typename totalCount: node } } }', false],
    ['{ list { edges { node totalCount } } }', true],
    ['{ list { edges { node } totalCount edges { other } } }', true],
    ['{ list { ...F } } fragment F on List { edges { ...G } } fragment G on List { node other }', true],
    ['{ list { list { edges { other } } } }', false],
  ])('%s: %s', (query, expected) => {
    expect(finds(query, (info) => listSelection(info).ofEdges)).toBe(expected);
  });
});

describe('cursors', () => {
  test.each([
    ['{ list { cursor: totalCount } }', false],
    ['{ list { edges { node cursor: other } } }', false],
    ['{ list { edges { node renamed: cursor } } }', true],
    ['{ list { ...F } } fragment F on List { edges { ... { cursor } } }', true],
  ])('%s: %s', (query, expected) => {
    expect(finds(query, (info) => listSelection(info).cursors)).toBe(expected);
  });
});

test('a field that is merged with another in one place is not taken for the same in a place where it is alone', () => {
  const schema = buildSchema(
    'type Query { a: List b: List } type List { list: List edges: List cursor: Int other: Int }',
  );
  const document = parse(
    '{ a { ...F list { edges { cursor } } } b { ...F } } fragment F on List { list { other } }',
  );
  const found: boolean[] = [];
  const list = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    found.push(listSelection(info).cursors);
    return {};
  };
  const rootValue = { a: { list }, b: { list } };
  // Twice, since what is found out is kept from one operation to the next.
  for (let times = 0; times < 2; times += 1)
    expect(executeSync({ schema, document, rootValue }).errors).toBeUndefined();
  expect(found).toEqual([true, false, true, false]);
});
