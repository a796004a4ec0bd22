/** The limit of executing: the hand-written schema over plain objects, by mercurius with graphql-jit. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { listen } from './listen.mjs';
import { readGraph } from './memory-graph.mjs';
import { createSchema } from './memory-schema.mjs';

const schema = createSchema(await readGraph(process.env.GRAPH_FILE));
const app = Fastify({ forceCloseConnections: true });
// Compiled at the second use of an operation.
await app.register(mercurius, { schema, jit: 1 });
await listen(app);
