import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AgencyCoOwnerEdgeResolver, AgencyResolver } from '../features/agency/agency.resolver.ts';
import { BatchResolver } from '../features/batch/batch.resolver.ts';
import { CoOwnershipResolver } from '../features/co-ownership/co-ownership.resolver.ts';
import { FigureResolver, FirstClaimResolver, MilestoneResolver } from '../features/fact/fact.resolver.ts';
import { FactListsResolver } from '../features/fact/fact-lists.resolver.ts';
import { ReformItemFactsResolver } from '../features/fact/reform-item-facts.resolver.ts';
import { GraphInfoResolver } from '../features/graph-info/graph-info.resolver.ts';
import { NodeResolver } from '../features/node/node.resolver.ts';
import { AgencyMentionsResolver } from '../features/organization/agency-mentions.resolver.ts';
import { OrganizationResolver } from '../features/organization/organization.resolver.ts';
import { PilotZoneResolver } from '../features/pilot-zone/pilot-zone.resolver.ts';
import { PolicyDocumentResolver } from '../features/policy-document/policy-document.resolver.ts';
import { ReformItemResolver } from '../features/reform-item/reform-item.resolver.ts';
import { RegionResolver } from '../features/region/region.resolver.ts';
import { ThemeResolver } from '../features/theme/theme.resolver.ts';

/** The whole schema; schema/schema.graphql is what it prints. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      ReformItemResolver,
      AgencyResolver,
      AgencyCoOwnerEdgeResolver,
      PilotZoneResolver,
      ThemeResolver,
      RegionResolver,
      BatchResolver,
      CoOwnershipResolver,
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
  // type-graphql gathers the fields of Query from all resolvers, and has no place to describe it.
  if (query) query.description = 'Where every question begins. 查询入口';
  return schema;
}
