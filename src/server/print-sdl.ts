import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The schema as text, in an order that does not depend on the order of imports. */
export const printSdl = (schema: GraphQLSchema): string =>
  `# Emitted from the type-graphql classes by npm run generate. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
