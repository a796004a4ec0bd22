/** The peer: @neo4j/graphql over the Neo4j of GRAPH_URL, which contains our graph. */
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { serveByApollo } from './apollo.mjs';
import { typeDefs } from './type-defs.mjs';

const driver = neo4j.driver(process.env.GRAPH_URL, undefined, { telemetryDisabled: true });
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
await serveByApollo({
  schema,
  // Named, so that the driver need not query the server for its home database.
  context: async () => ({ sessionConfig: { database: 'neo4j' } }),
  onClose: () => driver.close(),
});
