import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { AgencyCoOwnerEdgeResolver, AgencyResolver } from '../features/agency/agency.resolver.ts';
import { AgencyHistoryResolver } from '../features/agency/agency-history.resolver.ts';
import {
  AgencyNetworkNodeResolver,
  AgencyNetworkResolver,
} from '../features/agency-network/agency-network.resolver.ts';
import { BatchResolver } from '../features/batch/batch.resolver.ts';
import { BatchComparisonResolver } from '../features/batch-comparison/batch-comparison.resolver.ts';
import { ChangesResolver } from '../features/changes/changes.resolver.ts';
import { CoOwnershipResolver } from '../features/co-ownership/co-ownership.resolver.ts';
import { CoOwnershipMatrixResolver } from '../features/co-ownership/co-ownership-matrix.resolver.ts';
import {
  CrossTabulationCellResolver,
  CrossTabulationResolver,
} from '../features/cross-tabulation/cross-tabulation.resolver.ts';
import { FigureResolver, FirstClaimResolver, MilestoneResolver } from '../features/fact/fact.resolver.ts';
import { FactListsResolver } from '../features/fact/fact-lists.resolver.ts';
import { ReformItemFactsResolver } from '../features/fact/reform-item-facts.resolver.ts';
import { GraphInfoResolver } from '../features/graph-info/graph-info.resolver.ts';
import { NeighbourhoodResolver } from '../features/neighbourhood/neighbourhood.resolver.ts';
import { NodeResolver } from '../features/node/node.resolver.ts';
import { AgencyMentionsResolver } from '../features/organization/agency-mentions.resolver.ts';
import { OrganizationResolver } from '../features/organization/organization.resolver.ts';
import { PathResolver } from '../features/path/path.resolver.ts';
import { PilotZoneResolver } from '../features/pilot-zone/pilot-zone.resolver.ts';
import { PolicyDocumentResolver } from '../features/policy-document/policy-document.resolver.ts';
import { ContinuationResolver } from '../features/reform-item/continuation.resolver.ts';
import { ReformItemFacetsResolver } from '../features/reform-item/facets.resolver.ts';
import {
  ReformItemConnectionResolver,
  ReformItemResolver,
} from '../features/reform-item/reform-item.resolver.ts';
import { RegionResolver } from '../features/region/region.resolver.ts';
import { RelationshipResolver } from '../features/relationship/relationship.resolver.ts';
import { SearchEdgeResolver, SearchResolver } from '../features/search/search.resolver.ts';
import { SimilarAgencyResolver, SimilarReformItemResolver } from '../features/similar/similar.resolver.ts';
import { ThemeResolver } from '../features/theme/theme.resolver.ts';
import { countObjects } from '../graphql/execution/count-objects.ts';
import { resolveDirectly } from '../graphql/execution/direct-resolvers.ts';

/** The whole schema; schema/schema.graphql is its printed form. */
export function createSchema(): GraphQLSchema {
  // Read properties directly: there is no middleware, and a resolver function for each field would cost more.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      ReformItemResolver,
      ReformItemConnectionResolver,
      ContinuationResolver,
      ReformItemFacetsResolver,
      AgencyResolver,
      AgencyHistoryResolver,
      AgencyCoOwnerEdgeResolver,
      PilotZoneResolver,
      ThemeResolver,
      RegionResolver,
      BatchResolver,
      BatchComparisonResolver,
      ChangesResolver,
      CoOwnershipResolver,
      CoOwnershipMatrixResolver,
      AgencyNetworkResolver,
      AgencyNetworkNodeResolver,
      CrossTabulationResolver,
      CrossTabulationCellResolver,
      PathResolver,
      NeighbourhoodResolver,
      RelationshipResolver,
      SimilarReformItemResolver,
      SimilarAgencyResolver,
      SearchResolver,
      SearchEdgeResolver,
      GraphInfoResolver,
      FirstClaimResolver,
      FigureResolver,
      MilestoneResolver,
      FactListsResolver,
      ReformItemFactsResolver,
      PolicyDocumentResolver,
      OrganizationResolver,
      AgencyMentionsResolver,
    ],
    validate: false,
  });
  const query = schema.getQueryType();
  // type-graphql collects the fields of Query from all resolvers, and has no option to describe it.
  if (query) query.description = 'The entry points for queries. 查询入口';
  resolveDirectly(schema);
  countObjects(schema);
  return schema;
}
