import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { listen } from './listen.mjs';

/** Apollo on fastify: the set-up of many projects, and ours for unknown operations. */
export async function serveByApollo({ schema, context = async () => ({}), onClose = async () => {} }) {
  const app = Fastify({ forceCloseConnections: true });
  const apollo = new ApolloServer({ schema, stopOnTerminationSignals: false });
  await apollo.start();
  app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo, { context }) });
  await listen(app, async () => {
    await apollo.stop();
    await onClose();
  });
}
