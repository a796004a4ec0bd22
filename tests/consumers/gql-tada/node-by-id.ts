import type { ResultOf, VariablesOf } from 'gql.tada';
import type { Equal, Expect } from '../expect.ts';
import { graphql } from './graphql.ts';

const fetchNode = graphql(`
  query FetchNode($id: ID!, $filter: ReformItemFilter) {
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
`);

type Node = NonNullable<ResultOf<typeof fetchNode>['node']>;
type Agency = Extract<Node, { __typename: 'Agency' }>;
type Filter = NonNullable<VariablesOf<typeof fetchNode>['filter']>;

export type Proof = [
  Expect<Equal<Agency['name'], string>>,
  Expect<Equal<Agency['reformItems']['edges'][number]['order'], number>>,
  Expect<Equal<Extract<Node, { __typename: 'ReformItem' }>['title'], string>>,
  Expect<Equal<NonNullable<Filter['and']>[number], Filter>>,
];
