import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config.ts';
import { ComputeQueue } from '../graphql/cost/compute-queue.ts';
import type { QueryLimits } from '../graphql/cost/query-limits.ts';
import { FastPath } from '../graphql/execution/fast-path.ts';
import { NodeTextCache } from '../graphql/execution/node-text-cache.ts';
import type { MaybePromise } from '../graphql/maybe-promise.ts';
import { MeasuredOperations } from '../graphql/measured-operations.ts';
import { RequestContext } from '../graphql/request-context.ts';
import { createResultCache, type ResultCache } from '../graphql/result-cache.ts';
import { prepareSnapshot } from '../server/prepare-snapshot.ts';
import { printSdl } from '../server/print-sdl.ts';
import { createSchema } from '../server/schema.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import { SLICE_MS } from '../snapshot/time-slices.ts';
import { withDeadline } from '../store/deadline.ts';
import type { Store } from '../store/store.ts';
import { createApollo } from './apollo.ts';
import { addErrorReplies, errorBody, refuseConnection } from './error-replies.ts';
import { fastPathPlugin } from './fast-path-plugin.ts';
import { addGraphqlRoute } from './graphql-route.ts';
import { readJsonBodies } from './json-body.ts';
import { refuseOtherMethods } from './known-paths.ts';
import { LANDING_CSS, landingPageOf } from './landing-page.ts';
import { addPlayground } from './playground.ts';
import { COMPRESSED_FROM } from './quick-reply.ts';
import { ResponseCache } from './response-cache.ts';
import { addSecurityHeaders } from './security-headers.ts';

const MAX_BODY_BYTES = 256 * 1024;

/** Compressing smaller answers gains nothing. The highest brotli quality would take longer than the network saves. */
const COMPRESSION = {
  threshold: COMPRESSED_FROM,
  encodings: ['br', 'gzip'] as ['br', 'gzip'],
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};

/** The time limit of a request, as a multiple of the time limit of a statement. */
const REQUEST_OVER_STATEMENT = 3;

/** The maximum time for a whole request to arrive, in milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
/** The interval of the check for that timeout, in milliseconds. Node's default is as long as the timeout itself. */
const TIMEOUT_CHECK_MS = 1000;

/** The shares of the cache memory for whole answers, texts of nodes, and results of filters. */
const SHARES = { answers: 0.5, texts: 0.25, results: 0.25 };

export interface HttpOptions {
  readonly requestTimeoutMs?: number;
  /** The schema to use; by default the complete schema. */
  readonly schema?: GraphQLSchema;
}

/** Creates the HTTP server for pages, playground, schema, health and GraphQL. It does not listen yet. */
export async function createHttpServer(
  store: Store,
  config: Config,
  snapshots: SnapshotSource,
  { requestTimeoutMs = REQUEST_TIMEOUT_MS, schema = createSchema() }: HttpOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    // Disabled if silent: Fastify creates even a silent logger for each request.
    logger: config.LOG_LEVEL !== 'silent' && { level: config.LOG_LEVEL },
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: config.TRUST_PROXY || false,
    requestTimeout: requestTimeoutMs,
    http: {
      headersTimeout: requestTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    // For example a URL that cannot be decoded: the router refuses it.
    frameworkErrors: (error, _request, reply) =>
      (reply as FastifyReply).code(error.statusCode ?? 400).send(errorBody('BAD_REQUEST', error.message)),
  });
  const keptBytes = config.ANSWER_CACHE_MB * 1_000_000;
  const operations = new MeasuredOperations(schema, limitsOf(config));
  const fast = new FastPath(schema, operations, new NodeTextCache(keptBytes * SHARES.texts));
  const execution = fastPathPlugin(fast, config.COMPILE);
  snapshots.noticeSilence((isSilent) =>
    isSilent
      ? app.log.warn('the database does not answer: requests are answered from the graph in memory')
      : app.log.info('the database answers again'),
  );
  snapshots.prepareWith((snapshot) => prepareSnapshot(schema, snapshot, app.log));
  const apollo = createApollo({ schema, operations, log: app.log, execution });
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  addSecurityHeaders(app);
  addErrorReplies(app, MAX_BODY_BYTES);
  readJsonBodies(app);
  if (config.CORS_ORIGINS.length > 0) {
    const origin = config.CORS_ORIGINS.includes('*') ? '*' : config.CORS_ORIGINS;
    await app.register(cors, { origin, strictPreflight: false });
  }
  refuseOtherMethods(app);
  addPages(app, store, snapshots);
  const sdl = printSdl(schema);
  app.get('/schema.graphql', { logLevel: 'warn' }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(sdl),
  );
  addPlayground(app);
  addHealth(app, store);
  await app.register(compress, { global: false, ...COMPRESSION });
  app.decorateRequest('asked', null);
  app.decorateRequest('stamp', null);
  addGraphqlRoute(app, {
    apollo,
    fast,
    answers: new ResponseCache(snapshots, keptBytes * SHARES.answers),
    openContext: contextOpener(store, snapshots, config, createResultCache(keptBytes * SHARES.results)),
    compression: COMPRESSION,
    config,
  });
  return app;
}

/** Opens the context of a request, synchronously if the newest graph is in memory. */
function contextOpener(
  store: Store,
  snapshots: SnapshotSource,
  config: Config,
  kept: ResultCache,
): (explain: boolean, client: string) => MaybePromise<RequestContext> {
  const deadlineMs = config.QUERY_TIMEOUT_MS * REQUEST_OVER_STATEMENT;
  const queue = new ComputeQueue({
    all: config.QUEUE_MAX_MS,
    client: config.QUEUE_MAX_CLIENT_MS,
    slice: SLICE_MS,
  });
  const maxObjects = config.QUERY_MAX_OBJECTS;
  return (explain, client) => {
    const options = { store, kept, queue, client, deadlineMs, explain, maxObjects };
    const graph = snapshots.current();
    if (!(graph instanceof Promise)) return new RequestContext(graph, options);
    const startedAt = performance.now();
    return withDeadline(graph, deadlineMs, 'reading the graph').then(
      (current) => new RequestContext(current, { ...options, startedAt }),
      (error: Error) => new RequestContext(error, { ...options, startedAt }),
    );
  };
}

const limitsOf = (config: Config): QueryLimits => ({
  objects: config.QUERY_MAX_OBJECTS,
  depth: config.QUERY_MAX_DEPTH,
  aliases: config.QUERY_MAX_ALIASES,
  milliseconds: config.QUERY_MAX_MS,
});

function addPages(app: FastifyInstance, store: Store, snapshots: SnapshotSource): void {
  app.get('/', async (_request, reply) => {
    const { snapshot } = await snapshots.current();
    return reply.type('text/html; charset=utf-8').send(landingPageOf(snapshot, store.description));
  });
  app.get('/landing.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(LANDING_CSS));
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}

/** The time limit of the readiness check, in milliseconds. Orchestrators ask every few seconds with short timeouts. */
const READY_MS = 1000;

function addHealth(app: FastifyInstance, store: Store): void {
  app.get('/livez', { logLevel: 'warn' }, async () => ({ status: 'ok' }));
  app.get('/readyz', { logLevel: 'warn' }, async () => {
    await store.ping(READY_MS);
    return { status: 'ok', engine: store.engine };
  });
}
