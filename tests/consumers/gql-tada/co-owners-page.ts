import { type ResultOf, readFragment } from 'gql.tada';
import type { Equal, Expect } from '../expect.ts';
import { graphql } from './graphql.ts';

const coOwner = graphql(`
  fragment CoOwner on AgencyCoOwnerEdge {
    sharedCount
    node {
      name
    }
  }
`);

const coOwnersPage = graphql(
  `
    query CoOwnersPage($name: String!, $after: String) {
      agency(name: $name) {
        coOwners(first: 10, after: $after) {
          totalCount
          edges {
            cursor
            ...CoOwner
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [coOwner],
);

type Page = NonNullable<ResultOf<typeof coOwnersPage>['agency']>['coOwners'];

export function sharedCounts(page: Page) {
  return readFragment(coOwner, page.edges).map(({ node, sharedCount }) => ({ name: node.name, sharedCount }));
}

export type Proof = [
  Expect<Equal<Page['edges'][number]['cursor'], string>>,
  Expect<Equal<Page['pageInfo']['hasNextPage'], boolean>>,
  Expect<Equal<ReturnType<typeof sharedCounts>, { name: string; sharedCount: number }[]>>,
];
