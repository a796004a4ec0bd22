import {
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  graphqlSync,
} from 'graphql';
import { selects, selectsOfEdges } from '../../../src/graphql/selection.ts';

/** What a resolver of `list` finds, in a query as it is really run. */
function finds(query: string, look: (info: GraphQLResolveInfo) => boolean): boolean | undefined {
  let found: boolean | undefined;
  const List: GraphQLObjectType = new GraphQLObjectType({
    name: 'List',
    fields: () => ({
      total: { type: GraphQLString },
      other: { type: GraphQLString },
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

const findsTotal = (query: string) => finds(query, (info) => selects(info, 'total'));

describe('selects', () => {
  test.each([
    ['{ list { total } }', true],
    ['{ list { other } }', false],
    ['{ list { renamed: total } }', true],
    ['{ list { total: other } }', false],
    ['{ list { other ... on List { total } } }', true],
    ['{ list { other ... { total } } }', true],
    ['{ list { ...F } } fragment F on List { other ...G } fragment G on List { total }', true],
    ['{ list { ...F } } fragment F on List { other }', false],
    ['{ list { ...F ...G } } fragment F on List { other } fragment G on List { ...F total }', true],
    ['{ list { other } list { total } }', true],
    ['{ list { other } ... on Query { list { total } } }', true],
    ['{ list { list { total } } }', false],
  ])('%s: %s', (query, expected) => {
    expect(findsTotal(query)).toBe(expected);
  });

  test('visits a fragment once, however often it is spread', () => {
    const spreads = Array.from(
      { length: 24 },
      (_, index) => `fragment F${index} on List { ...F${index + 1} ...F${index + 1} }`,
    );
    const start = performance.now();
    expect(findsTotal(`{ list { ...F0 } } ${spreads.join(' ')} fragment F24 on List { other }`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('selectsOfEdges', () => {
  test.each([
    ['{ list { total } }', false],
    ['{ list { edges { node } } }', false],
    ['{ list { edges { __typename total: node } } }', false],
    ['{ list { edges { node total } } }', true],
    ['{ list { edges { node } total edges { other } } }', true],
    ['{ list { ...F } } fragment F on List { edges { ...G } } fragment G on List { node other }', true],
    ['{ list { list { edges { other } } } }', false],
  ])('%s: %s', (query, expected) => {
    expect(finds(query, selectsOfEdges)).toBe(expected);
  });
});
