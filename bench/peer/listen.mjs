import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';

/** Apollo on fastify as the project itself runs it; prints its address as one line of JSON, ends by SIGTERM. */
export async function listen({ schema, rootValue, context = async () => ({}), onClose = async () => {} }) {
  const app = Fastify({ forceCloseConnections: true });
  const apollo = new ApolloServer({ schema, rootValue, stopOnTerminationSignals: false });
  await apollo.start();
  app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo, { context }) });
  const url = await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
  process.once('SIGTERM', async () => {
    await apollo.stop();
    await app.close();
    await onClose();
    process.exit(0);
  });
  console.log(JSON.stringify({ url }));
}
