import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, onSendHookHandler, preHandlerHookHandler } from 'fastify';
import type { RequestContext } from '../graphql/request-context.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { VersionedCache } from '../store/versioned-cache.ts';
import { namesAnyTag, namesTag } from './if-none-match.ts';
import { COMPRESSED_FROM, replyQuickly } from './quick-reply.ts';

/** The header in which Apollo Server passes the stamp of the graph. It is internal: clients never get it. */
export const STAMP_HEADER = 'x-answer-stamp';

/** The stamp of the graph if an answer without errors is cacheable (fresh graph, no `explain`), else null. */
export function cacheableStamp({ snapshotIfAny, ageMs, explain }: RequestContext): GraphStamp | null {
  return snapshotIfAny === undefined || explain || ageMs > 0 ? null : snapshotIfAny.stamp;
}

/** The headers that the answer depends on, besides the query. */
const HEADERS = ['accept', 'content-type'];

interface CachedResponse {
  readonly contentType: string;
  readonly body: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The cache key of the request; null if its answer must not be shared. */
    cacheKey: string | null;
    /** The stamp of the answer's graph; null if the answer must not be cached. */
    stamp: GraphStamp | null;
  }
}

/**
 * Caches whole answers by request and graph. The same request gets the same bytes. A client that has them already
 * (`If-None-Match`, on GET) gets 304.
 */
export class ResponseCache {
  readonly #graph: Pick<SnapshotSource, 'fresh'>;
  readonly #keeps: boolean;
  readonly #cache: VersionedCache<GraphStamp, CachedResponse>;

  /** @param bytes the memory limit of the answers; with 0, none are cached, but clients still get 304 */
  constructor(graph: Pick<SnapshotSource, 'fresh'>, bytes: number) {
    this.#graph = graph;
    this.#keeps = bytes > 0;
    this.#cache = new VersionedCache(bytes, ({ body }) => body.length);
  }

  readonly before: preHandlerHookHandler = (request, reply, done) => {
    addVary(reply, 'accept');
    if (!this.#keeps && !isGet(request)) return done();
    request.cacheKey = cacheKeyOf(request);
    if (request.cacheKey === null) return done();
    // Use only a fresh snapshot in memory. Otherwise the operation reads the graph, and reports a lost engine.
    const stamp = this.#graph.fresh()?.stamp;
    if (stamp === undefined) return done();
    const tag = isGet(request) ? tagOf(request.cacheKey, stamp) : '';
    if (isGet(request) && namesTag(request.headers['if-none-match'], tag)) {
      return void reply.code(304).header('etag', tag).header('cache-control', 'no-cache').send();
    }
    const known = this.#cache.get(stamp, request.cacheKey);
    if (known === undefined) return done();
    request.log.info({ kept: true }, 'graphql');
    if (!isGet(request) && known.body.length < COMPRESSED_FROM)
      return replyQuickly(reply, known.contentType, known.body);
    this.#describe(request, reply, tag);
    reply.header('content-type', known.contentType);
    const isKnownToClient = isGet(request) && namesAnyTag(request.headers['if-none-match']);
    return void (isKnownToClient ? notModified(reply).send() : reply.send(known.body));
  };

  readonly after: onSendHookHandler = (request, reply, body, done) =>
    done(null, this.#keep(request, reply, body));

  /** Caches an answer, if the cache is on and the answer is cacheable. */
  keep({ cacheKey, stamp }: FastifyRequest, contentType: string, body: Buffer): void {
    if (this.#keeps && stamp !== null && cacheKey !== null)
      this.#cache.set(stamp, cacheKey, { contentType, body });
  }

  /** @returns the body to send */
  #keep(request: FastifyRequest, reply: FastifyReply, body: unknown): unknown {
    const { cacheKey, stamp } = request;
    if (stamp === null || cacheKey === null || !Buffer.isBuffer(body) || reply.statusCode !== 200) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      return body;
    }
    this.keep(request, String(reply.getHeader('content-type')), body);
    const tag = isGet(request) ? tagOf(cacheKey, stamp) : '';
    this.#describe(request, reply, tag);
    if (!has(request, tag)) return body;
    notModified(reply);
    return '';
  }

  /** Lets clients and proxies cache only answers to GET; they must revalidate them each time. */
  #describe(request: FastifyRequest, reply: FastifyReply, tag: string): void {
    if (isGet(request)) reply.header('etag', tag).header('cache-control', 'no-cache');
    else reply.header('cache-control', 'no-store');
  }
}

/** The cache key of a request; null if it asks for an explanation or is a POST without a JSON body. */
function cacheKeyOf(request: FastifyRequest): string | null {
  const { url, bodyText, headers } = request;
  if (headers['x-explain'] !== undefined) return null;
  if (!isGet(request) && bodyText === undefined) return null;
  const said = JSON.stringify(HEADERS.map((name) => headers[name] ?? ''));
  const search = url.indexOf('?');
  return isGet(request)
    ? `GET ${said} ${search === -1 ? '' : url.slice(search)}`
    : `POST ${said} ${bodyText}`;
}

/** HEAD counts as GET; its answer has no body. */
const isGet = ({ method }: FastifyRequest): boolean => method !== 'POST';

/** Whether the client has this answer already. */
const has = (request: FastifyRequest, tag: string): boolean =>
  isGet(request) &&
  (namesTag(request.headers['if-none-match'], tag) || namesAnyTag(request.headers['if-none-match']));

const notModified = (reply: FastifyReply): FastifyReply =>
  reply.code(304).removeHeader('content-type').removeHeader('content-length');

function addVary(reply: FastifyReply, name: string): void {
  const others = reply.getHeader('vary');
  reply.header('vary', others === undefined ? name : `${others}, ${name}`);
}

const tagOf = (asked: string, stamp: GraphStamp): string =>
  `"${createHash('sha256').update(`${stamp} ${asked}`).digest('base64url').slice(0, 32)}"`;
