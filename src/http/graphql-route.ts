import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import type { FastPath, Ready } from '../graphql/execution/fast-path.ts';
import { andThen, type MaybePromise } from '../graphql/maybe-promise.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { answerByApollo } from './apollo-handler.ts';
import { clientOf } from './client-of.ts';
import { extensionsOf } from './extensions.ts';
import { operationRequestOf } from './operation-request.ts';
import { COMPRESSED_FROM, replyQuickly } from './quick-reply.ts';
import { operationLine } from './request-log.ts';
import { cacheableStamp, type ResponseCache } from './response-cache.ts';

interface Options {
  readonly apollo: ApolloServer<RequestContext>;
  readonly fast: FastPath;
  readonly answers: ResponseCache;
  readonly openContext: (explain: boolean, client: string) => MaybePromise<RequestContext>;
  readonly compression: object;
  readonly config: Pick<Config, 'COMPILE' | 'EXPLAIN' | 'QUERY_MAX_LENGTH'>;
}

/** The maximum number of cached `Accept` headers. Clients send only a few different ones. */
const MAX_ACCEPTS = 100;
const LONGEST_ACCEPT = 200;

/** GraphQL over HTTP: the fast path answers known operations, Apollo Server everything else. */
export function addGraphqlRoute(app: FastifyInstance, options: Options): void {
  const { answers, compression } = options;
  const route = new GraphqlRoute(options);
  for (const url of ['/graphql', '/graphql/'])
    app.route({
      url,
      method: ['GET', 'HEAD', 'POST'],
      compress: compression,
      preHandler: answers.before,
      onSend: answers.after,
      handler: (request, reply) => route.answer(request, reply),
    });
}

class GraphqlRoute {
  readonly #options: Options;
  /** The content type that Apollo Server has chosen, by `Accept` header. */
  readonly #contentTypes = new LRUCache<string, string>({ max: MAX_ACCEPTS });

  constructor(options: Options) {
    this.#options = options;
  }

  answer(request: FastifyRequest, reply: FastifyReply): MaybePromise<FastifyReply | undefined> {
    const { config, openContext } = this.#options;
    const explain = config.EXPLAIN === 'on' && request.headers['x-explain'] === '1';
    return andThen(openContext(explain, clientOf(request.ip)), (context) => {
      const answer = this.#answerIn(context, request, reply);
      if (answer instanceof Promise) leaveWithClient(context, reply);
      else context.leave();
      return answer;
    });
  }

  #answerIn(
    context: RequestContext,
    request: FastifyRequest,
    reply: FastifyReply,
  ): MaybePromise<FastifyReply | undefined> {
    const { config, fast } = this.#options;
    const asked = config.COMPILE === 'off' ? undefined : operationRequestOf(request);
    const contentType = this.#contentTypes.get(request.headers.accept ?? '');
    const ready = asked && contentType && fast.prepare(asked, context.statistics);
    if (!ready) return this.#answerByApollo(request, reply, async () => context);
    return andThen(fast.answer(ready, context), (data) =>
      data === undefined
        ? this.#answerByApollo(request, reply, async () => context)
        : this.#send(request, reply, { data, context, ready, contentType }),
    );
  }

  #send(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      data,
      context,
      ready,
      contentType,
    }: { data: string; context: RequestContext; ready: Ready; contentType: string },
  ): FastifyReply | undefined {
    const { answers } = this.#options;
    const extensions = extensionsOf(context);
    const rest = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
    request.log.info(operationLine(ready.name, context), 'graphql');
    request.stamp = cacheableStamp(context);
    const body = Buffer.from(`{"data":${data}${rest}}\n`);
    if (body.length >= COMPRESSED_FROM) return reply.header('content-type', contentType).send(body);
    answers.keep(request, contentType, body);
    replyQuickly(reply, contentType, body);
    return undefined;
  }

  async #answerByApollo(
    request: FastifyRequest,
    reply: FastifyReply,
    context: () => Promise<RequestContext>,
  ): Promise<FastifyReply> {
    const { apollo, config } = this.#options;
    const maxQueryLength = config.QUERY_MAX_LENGTH;
    const text = await answerByApollo(apollo, request, reply, { maxQueryLength, context });
    const { accept = '' } = request.headers;
    if (reply.statusCode === 200 && accept.length <= LONGEST_ACCEPT)
      this.#contentTypes.set(accept, String(reply.getHeader('content-type')));
    return reply.send(Buffer.from(text));
  }
}

/** Gives up the place in the queue when the connection closes, since the client no longer waits for the answer. */
function leaveWithClient(context: RequestContext, { raw }: FastifyReply): void {
  // If the connection closed while the server read the graph, it does not emit 'close' again.
  if (raw.destroyed) context.leave();
  else raw.once('close', () => context.leave());
}
