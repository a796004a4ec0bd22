import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './__generated__/schema.d.ts';

export const graphql = initGraphQLTada<{ introspection: introspection }>();
