import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AgencyCoOwnerEdgeResolver, AgencyResolver } from '../features/agency/agency.resolver.ts';
import { BatchResolver } from '../features/batch/batch.resolver.ts';
import { CoOwnershipResolver } from '../features/co-ownership/co-ownership.resolver.ts';
import { GraphInfoResolver } from '../features/graph-info/graph-info.resolver.ts';
import { NodeResolver } from '../features/node/node.resolver.ts';
import { PilotZoneResolver } from '../features/pilot-zone/pilot-zone.resolver.ts';
import { ReformItemResolver } from '../features/reform-item/reform-item.resolver.ts';
import { RegionResolver } from '../features/region/region.resolver.ts';
import { ThemeResolver } from '../features/theme/theme.resolver.ts';

/** The whole schema; schema/schema.graphql is what it prints. */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
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
    ],
    validate: false,
  });
