// The Relay rules for schema/schema.graphql. What else is linted in this repository is biome's.

import graphql from '@graphql-eslint/eslint-plugin';

export default [
  {
    files: ['schema/schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } },
    },
    rules: {
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          // `nodes` beside `edges` and bounded plain lists such as `aliases` are meant. The specification allows both.
          listTypeCanWrapOnlyEdgeType: false,
          // CoOwnershipEdge: a pair of agencies is counted from the graph, not kept in it, and so has no id.
          shouldImplementNode: false,
        },
      ],
    },
  },
];
