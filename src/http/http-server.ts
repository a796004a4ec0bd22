import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Config } from '../config.ts';
import { ERROR_CODES, PolicyGraphError } from '../domain/errors.ts';
import { KeptResults } from '../graphql/kept-results.ts';
import { MAX_COST } from '../graphql/limits.ts';
import { RequestContext } from '../graphql/request-context.ts';
import { printSdl } from '../server/print-sdl.ts';
import { createSchema } from '../server/schema.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import { withDeadline } from '../store/deadline.ts';
import type { Store } from '../store/store.ts';
import { Answers } from './answers.ts';
import { createApollo } from './apollo.ts';
import { LANDING_CSS, landingPageOf } from './landing-page.ts';
import { addPlayground } from './playground.ts';
import { addSecurityHeaders } from './security-headers.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** Smaller answers gain nothing; the strongest brotli would take longer than the network saves. */
const COMPRESSION = {
  threshold: 8192,
  encodings: ['br', 'gzip'] as ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** A request may take as long as three statements at their limit. */
const REQUEST_OVER_STATEMENT = 3;

/** The one listener: pages, playground, schema, health and GraphQL. Not yet listening. */
export async function createHttpServer(
  store: Store,
  config: Config,
  snapshots: SnapshotSource,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: config.LOG_LEVEL },
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // A URL that can't be decoded gets no further than the router.
    frameworkErrors: (error, _request, reply) =>
      (reply as FastifyReply).code(error.statusCode ?? 400).send(errorBody('BAD_REQUEST', error.message)),
  });
  const schema = createSchema();
  const apollo = createApollo(schema, app.log);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  addSecurityHeaders(app);
  addErrorReplies(app);
  if (config.CORS_ORIGINS.length > 0) {
    await app.register(cors, { origin: config.CORS_ORIGINS.includes('*') ? '*' : config.CORS_ORIGINS });
  }
  addPages(app, store, snapshots);
  const sdl = printSdl(schema);
  app.get('/schema.graphql', { logLevel: 'warn' }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(sdl),
  );
  addPlayground(app);
  addHealth(app, store);
  await app.register(compress, { global: false, ...COMPRESSION });
  const answers = new Answers(snapshots, config.ANSWER_CACHE_MB * 500_000);
  app.decorateRequest('asked', null);
  const kept = new KeptResults(config.ANSWER_CACHE_MB * 500_000);
  const deadlineMs = config.QUERY_TIMEOUT_MS * REQUEST_OVER_STATEMENT;
  const openContext = async (explain: boolean): Promise<RequestContext> => {
    const options = { store, kept, deadlineMs, explain, maxObjects: MAX_COST };
    try {
      const graph = await withDeadline(Promise.resolve(snapshots.current()), deadlineMs, 'reading the graph');
      return new RequestContext(graph, options);
    } catch (error) {
      return new RequestContext(error as Error, options);
    }
  };
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    compress: COMPRESSION,
    preHandler: answers.before,
    onSend: answers.after,
    handler: fastifyApolloHandler<RequestContext>(apollo, {
      context: ({ headers }) => openContext(config.EXPLAIN === 'on' && headers['x-explain'] === '1'),
    }),
  });
  return app;
}

function addPages(app: FastifyInstance, store: Store, snapshots: SnapshotSource): void {
  app.get('/', async (_request, reply) => {
    const { snapshot } = await snapshots.current();
    return reply.type('text/html; charset=utf-8').send(landingPageOf(snapshot, store.description));
  });
  app.get('/landing.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(LANDING_CSS));
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}

function addHealth(app: FastifyInstance, store: Store): void {
  app.get('/livez', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'warn' }, async () => {
    await store.ping();
    return { status: 'ok', engine: store.engine };
  });
}

/** Replies outside GraphQL have the shape of a GraphQL error, so that a client reads one kind only. */
const errorBody = (code: string, message: string, extensions: object = { retryable: false }): object => ({
  errors: [{ message, extensions: { code, ...extensions } }],
});

function addErrorReplies(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const message = `there is nothing at ${request.method} ${request.url.slice(0, 100)}; start at /`;
    return reply.code(404).send(errorBody('NOT_FOUND', message));
  });
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error instanceof PolicyGraphError && ERROR_CODES[error.code].shown) {
      const { status, retryable } = ERROR_CODES[error.code];
      return reply.code(status).send(errorBody(error.code, error.message, { retryable }));
    }
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return reply
        .code(413)
        .send(errorBody('PAYLOAD_TOO_LARGE', `the body is larger than ${MAX_BODY_BYTES} bytes`));
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(error.statusCode).send(errorBody('BAD_REQUEST', error.message));
    }
    const errorId = randomUUID();
    request.log.error({ err: error, errorId }, 'request failed');
    const message = `Something went wrong on our side. 服务器内部错误，请附上编号 ${errorId}`;
    return reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', message, { retryable: false, errorId }));
  });
}
