/** A limit: the hand-written schema over plain objects, by the same Apollo on the same fastify as the peer. */
import { serveByApollo } from './apollo.mjs';
import { readGraph } from './memory-graph.mjs';
import { createSchema } from './memory-schema.mjs';

await serveByApollo({ schema: createSchema(await readGraph(process.env.GRAPH_FILE)) });
