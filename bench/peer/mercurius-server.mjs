/** The limit of execution: the hand-written schema over plain objects, with mercurius and graphql-jit. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { listen } from './listen.mjs';
import { readGraph } from './memory-graph.mjs';
import { createSchema } from './memory-schema.mjs';

const schema = createSchema(await readGraph(process.env.GRAPH_FILE));
const app = Fastify({ forceCloseConnections: true });
// Compiles an operation at its second use.
await app.register(mercurius, { schema, jit: 1 });
await listen(app);
