import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, onSendHookHandler, preHandlerHookHandler } from 'fastify';
import type { RequestContext } from '../graphql/request-context.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { VersionedCache } from '../store/versioned-cache.ts';
import { namesAnyTag, namesTag } from './if-none-match.ts';
import { COMPRESSED_FROM, replyQuickly } from './quick-reply.ts';

/** How Apollo Server says which graph an answer is of; it goes no further than here. */
export const STAMP_HEADER = 'x-answer-stamp';

/** Which graph an answer without errors is of, where it may be kept: of a fresh graph, and not explained. */
export function cacheableStamp({ snapshotIfAny, ageMs, explain }: RequestContext): GraphStamp | null {
  return snapshotIfAny === undefined || explain || ageMs > 0 ? null : snapshotIfAny.stamp;
}

/** What an answer depends on beside what is asked. */
const HEADERS = ['accept', 'content-type'];

interface CachedResponse {
  readonly contentType: string;
  readonly body: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request asks, as one text; null where its answer is no one else's. */
    cacheKey: string | null;
    /** Which graph the answer is of; null for one that nobody may keep. */
    stamp: GraphStamp | null;
  }
}

/**
 * Whole answers by what was asked and the graph that they are of: the same request is answered by the same bytes, and a
 * client that has them (`If-None-Match`, on GET) by 304.
 */
export class ResponseCache {
  readonly #graph: Pick<SnapshotSource, 'fresh'>;
  readonly #keeps: boolean;
  readonly #cache: VersionedCache<CachedResponse>;

  /** @param bytes how much memory the answers may take; 0 keeps none, and clients are told of 304 all the same */
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
    // Only where it is at hand: to ask for it is the operation's, which tells of an engine that is lost.
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

  /** Keeps an answer, where answers are kept and this one may be. */
  keep({ cacheKey, stamp }: FastifyRequest, contentType: string, body: Buffer): void {
    if (this.#keeps && stamp !== null && cacheKey !== null)
      this.#cache.set(stamp, cacheKey, { contentType, body });
  }

  /** @returns the body that goes out */
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

  /** Only answers to GET are kept by others, who ask each time whether they still hold. */
  #describe(request: FastifyRequest, reply: FastifyReply, tag: string): void {
    if (isGet(request)) reply.header('etag', tag).header('cache-control', 'no-cache');
    else reply.header('cache-control', 'no-store');
  }
}

/** A request that wants to be explained, or that is none that the server would answer, is nobody else's. */
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

/** HEAD is answered as GET, without the body. */
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
