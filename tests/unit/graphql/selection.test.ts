import { GraphQLObjectType, GraphQLSchema, GraphQLString, graphqlSync } from 'graphql';
import { selects } from '../../../src/graphql/selection.ts';

/** Whether a resolver of `list` finds `total` selected, in a query as it is really run. */
function findsTotal(query: string): boolean | undefined {
  let found: boolean | undefined;
  const List: GraphQLObjectType = new GraphQLObjectType({
    name: 'List',
    fields: () => ({
      total: { type: GraphQLString },
      other: { type: GraphQLString },
      list: { type: List },
    }),
  });
  const Query = new GraphQLObjectType({
    name: 'Query',
    fields: {
      list: {
        type: List,
        resolve: (_source, _args, _context, info) => {
          found = selects(info, 'total');
          return {};
        },
      },
    },
  });
  expect(graphqlSync({ schema: new GraphQLSchema({ query: Query }), source: query }).errors).toBeUndefined();
  return found;
}

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
