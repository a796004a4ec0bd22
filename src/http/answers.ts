import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import type { RequestContext } from '../graphql/request-context.ts';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { VersionedCache } from '../store/versioned-cache.ts';
import { namesAnyTag, namesTag } from './if-none-match.ts';

/** Set on an answer without errors: the graph that it is of. It goes no further than here. */
const ANSWER_STAMP_HEADER = 'x-answer-stamp';

/** The header that says which graph the answer is of, for one that may be kept: of a fresh graph, and not explained. */
export function stampOfAnswer({ snapshotIfAny, ageMs, explain }: RequestContext): [string, string][] {
  return snapshotIfAny === undefined || explain || ageMs > 0
    ? []
    : [[ANSWER_STAMP_HEADER, snapshotIfAny.stamp]];
}

/** What an answer depends on beside what is asked. */
const HEADERS = ['accept', 'content-type'];

interface Answer {
  readonly contentType: string;
  readonly body: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request asks, as one text; null where its answer is no one else's. */
    asked: string | null;
  }
}

/**
 * Whole answers by what was asked and the graph that they are of: the same request is answered by the same bytes, and a
 * client that has them (`If-None-Match`, on GET) by 304.
 */
export class Answers {
  readonly #graph: Pick<SnapshotSource, 'fresh'>;
  readonly #keeps: boolean;
  readonly #cache: VersionedCache<Answer>;

  /** @param bytes how much memory the answers may take; 0 keeps none, and clients are told of 304 all the same */
  constructor(graph: Pick<SnapshotSource, 'fresh'>, bytes: number) {
    this.#graph = graph;
    this.#keeps = bytes > 0;
    this.#cache = new VersionedCache(bytes, ({ body }) => body.length * 2);
  }

  readonly before: preHandlerAsyncHookHandler = async (request, reply) => {
    addVary(reply, 'accept');
    if (!this.#keeps && !isGet(request)) return undefined;
    request.asked = askedBy(request);
    if (request.asked === null) return undefined;
    // Only where it is at hand: to ask for it is the operation's, which tells of an engine that is lost.
    const stamp = this.#graph.fresh()?.stamp;
    if (stamp === undefined) return undefined;
    const tag = isGet(request) ? tagOf(request.asked, stamp) : '';
    if (isGet(request) && namesTag(request.headers['if-none-match'], tag)) {
      return reply.code(304).header('etag', tag).header('cache-control', 'no-cache').send();
    }
    const known = this.#cache.get(stamp, request.asked);
    if (known === undefined) return undefined;
    request.log.info({ kept: true }, 'graphql');
    this.#describe(request, reply, tag);
    reply.header('content-type', known.contentType);
    return namesAnyTag(request.headers['if-none-match']) && isGet(request)
      ? notModified(reply).send()
      : reply.send(known.body);
  };

  readonly after = async (request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<unknown> => {
    const stamp = reply.getHeader(ANSWER_STAMP_HEADER) as GraphStamp | undefined;
    if (stamp === undefined) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      return body;
    }
    reply.removeHeader(ANSWER_STAMP_HEADER);
    const { asked } = request;
    if (asked === null || typeof body !== 'string' || reply.statusCode !== 200) {
      reply.header('cache-control', 'no-store');
      return body;
    }
    this.#cache.set(stamp, asked, { contentType: String(reply.getHeader('content-type')), body });
    const tag = isGet(request) ? tagOf(asked, stamp) : '';
    this.#describe(request, reply, tag);
    if (!has(request, tag)) return body;
    notModified(reply);
    return '';
  };

  /** Only answers to GET are kept by others, who ask each time whether they still hold. */
  #describe(request: FastifyRequest, reply: FastifyReply, tag: string): void {
    if (isGet(request)) reply.header('etag', tag).header('cache-control', 'no-cache');
    else reply.header('cache-control', 'no-store');
  }
}

/** A request that wants to be explained, or that is none that the server would answer, is nobody else's. */
function askedBy(request: FastifyRequest): string | null {
  const { url, body, headers } = request;
  if (headers['x-explain'] !== undefined) return null;
  const said = HEADERS.map((name) => headers[name] ?? '');
  const search = url.indexOf('?');
  try {
    return JSON.stringify(
      isGet(request) ? ['GET', search === -1 ? '' : url.slice(search), said] : ['POST', body, said],
    );
  } catch {
    // Nested past the end of the stack: that is refused where the query is measured.
    return null;
  }
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
