import { graphql } from 'relay-runtime';
import type { Equal, Expect } from '../expect.ts';
import type { coOwnersPage_agency$data } from './__generated__/coOwnersPage_agency.graphql.ts';
import type { coOwnersPageRefetchQuery } from './__generated__/coOwnersPageRefetchQuery.graphql.ts';

export const firstPage = graphql`
  query coOwnersPageQuery($name: String!) {
    agency(name: $name) {
      ...coOwnersPage_agency
    }
  }
`;

export const page = graphql`
  fragment coOwnersPage_agency on Agency
  @refetchable(queryName: "coOwnersPageRefetchQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    name
    coOwners(first: $first, after: $after) @connection(key: "coOwnersPage_agency_coOwners") {
      totalCount
      edges {
        sharedCount
        node {
          name
        }
      }
    }
  }
`;

type Edge = coOwnersPage_agency$data['coOwners']['edges'][number];

export type Proof = [
  Expect<Equal<Edge['sharedCount'], number>>,
  Expect<Equal<Edge['node']['name'], string>>,
  // Relay pages on through Query.node, by the id that it added to the fragment.
  Expect<Equal<coOwnersPageRefetchQuery['variables']['id'], string>>,
];
