import { fetchQuery, graphql, type IEnvironment } from 'relay-runtime';
import type { Equal, Expect } from '../expect.ts';
import type { nodeByIdQuery } from './__generated__/nodeByIdQuery.graphql.ts';

export function nodeById(environment: IEnvironment, variables: nodeByIdQuery['variables']) {
  return fetchQuery<nodeByIdQuery>(
    environment,
    graphql`
      query nodeByIdQuery($id: ID!, $filter: ReformItemFilter) {
        node(id: $id) {
          __typename
          ... on Agency {
            name
            reformItems(last: 3, filter: $filter) {
              edges {
                order
              }
            }
          }
          ... on ReformItem {
            title
          }
        }
      }
    `,
    variables,
  ).toPromise();
}

type Node = NonNullable<NonNullable<Awaited<ReturnType<typeof nodeById>>>['node']>;
type Agency = Extract<Node, { __typename: 'Agency' }>;
type Filter = NonNullable<nodeByIdQuery['variables']['filter']>;

export type Proof = [
  Expect<Equal<Agency['name'], string>>,
  Expect<Equal<Agency['reformItems']['edges'][number]['order'], number>>,
  Expect<Equal<Extract<Node, { __typename: 'ReformItem' }>['title'], string>>,
  Expect<Equal<NonNullable<Filter['and']>[number], Filter>>,
];
