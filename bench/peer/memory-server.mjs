/** A limit: the hand-written schema over plain objects, with the same Apollo and fastify as the peer. */
import { serveByApollo } from './apollo.mjs';
import { readGraph } from './memory-graph.mjs';
import { createSchema } from './memory-schema.mjs';

await serveByApollo({ schema: createSchema(await readGraph(process.env.GRAPH_FILE)) });
