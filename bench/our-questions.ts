/** The questions of raw-queries.ts as the server answers them: by its functions, and as GraphQL operations. */
import { AgencyNetworkResolver } from '../src/features/agency-network/agency-network.resolver.ts';
import { CoOwnershipMatrixResolver } from '../src/features/co-ownership/co-ownership-matrix.resolver.ts';
import { coOwnersOfAgency } from '../src/features/co-ownership/pairs.ts';
import { CrossTabulationResolver } from '../src/features/cross-tabulation/cross-tabulation.resolver.ts';
import { NeighbourhoodResolver } from '../src/features/neighbourhood/neighbourhood.resolver.ts';
import { PathResolver } from '../src/features/path/path.resolver.ts';
import { openSearch } from '../src/features/search/open-search.ts';
import { toGlobalId } from '../src/graphql/relay/global-id.ts';
import type { RequestContext } from '../src/graphql/request-context.ts';
import type { Sample } from './raw-queries.ts';

interface OurQuestion {
  readonly ask: (context: RequestContext, sample: Sample) => Promise<unknown>;
  readonly document: string;
}

const nameOf = (id: string): string => id.slice(id.indexOf(':') + 1);

/** The variables of the documents below. */
export const variablesOf = ({ from, to, agency, word }: Sample): Record<string, string> => ({
  from: toGlobalId(from),
  to: toGlobalId(to),
  agency: nameOf(agency),
  word,
});

export const OUR_QUESTIONS: Readonly<Record<string, OurQuestion>> = {
  shortestPaths: {
    ask: (context, { from, to }) =>
      new PathResolver().paths(
        { from: toGlobalId(from), to: toGlobalId(to), maxLength: 6, first: 10 },
        context,
      ),
    document: `query ($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length sentence } }`,
  },
  neighbourhood: {
    ask: (context, { agency }) =>
      new NeighbourhoodResolver().neighbourhood({ of: nameOf(agency), depth: 2, limit: 200 }, context),
    document: `query ($agency: ID!) { neighbourhood(of: $agency, depth: 2) { nodes { distance node { id } } relationships { kind } } }`,
  },
  coOwners: {
    ask: async ({ snapshot }, { agency }) => {
      return [...coOwnersOfAgency(snapshot, snapshot.indexOf(agency) as number)].sort(
        (a, b) => b.items.length - a.items.length || a.nodeIndex - b.nodeIndex,
      );
    },
    document: `query ($agency: String!) { agency(name: $agency) { coOwners(first: 100) { edges { node { name } sharedCount } } } }`,
  },
  network: {
    ask: async (context) => (await new AgencyNetworkResolver().agencyNetwork({}, context)).links(2000),
    document: `{ agencyNetwork { nodes(first: 200) { agency { name } degree } links(first: 500) { sharedCount } } }`,
  },
  matrix: {
    ask: (context) => new CoOwnershipMatrixResolver().coOwnershipMatrix({}, context),
    document: `{ coOwnershipMatrix { agencies { name } counts } }`,
  },
  crossTabulation: {
    ask: async (context) =>
      (
        await new CrossTabulationResolver().crossTabulation({ rows: 'ZONE', columns: 'THEME' }, context)
      ).filledCells(),
    document: `{ crossTabulation(rows: ZONE, columns: THEME) { counts cells { count } } }`,
  },
  search: {
    ask: async (context, { word }) => {
      const result = await openSearch(context, word, 'query');
      return result.hits.slice(0, 20).map(({ nodeIndex }) => result.highlights(nodeIndex));
    },
    document: `query ($word: String!) { search(query: $word) { edges { score node { __typename } highlights { start } } } }`,
  },
};
