import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import type { SnapshotSource } from '../snapshot/snapshot-source.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { VersionedCache } from '../store/versioned-cache.ts';

/** Set by the server's plugin on an answer without errors: the graph that it is of. It goes no further than here. */
export const ANSWER_STAMP_HEADER = 'x-answer-stamp';

/** What an answer depends on beside what is asked. */
const HEADERS = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

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
    if (!this.#keeps && request.method !== 'GET') return undefined;
    request.asked = askedBy(request);
    if (request.asked === null) return undefined;
    // Only where it is at hand: to ask for it is the operation's, which tells of an engine that is lost.
    const stamp = this.#graph.fresh()?.stamp;
    if (stamp === undefined) return undefined;
    const tag = request.method === 'GET' ? tagOf(request.asked, stamp) : '';
    if (has(request, tag)) {
      return reply.code(304).header('etag', tag).header('cache-control', 'no-cache').send();
    }
    const known = this.#cache.get(stamp, request.asked);
    if (known === undefined) return undefined;
    request.log.info({ kept: true }, 'graphql');
    this.#describe(request, reply, tag);
    return reply.header('content-type', known.contentType).send(known.body);
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
    const tag = request.method === 'GET' ? tagOf(asked, stamp) : '';
    this.#describe(request, reply, tag);
    if (!has(request, tag)) return body;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return '';
  };

  /** Only answers to GET are kept by others, who ask each time whether they still hold. */
  #describe(request: FastifyRequest, reply: FastifyReply, tag: string): void {
    if (request.method === 'GET') reply.header('etag', tag).header('cache-control', 'no-cache');
    else reply.header('cache-control', 'no-store');
  }
}

/** A request that wants to be explained, or that is none that the server would answer, is nobody else's. */
function askedBy({ method, url, body, headers }: FastifyRequest): string | null {
  if (headers['x-explain'] !== undefined || (method !== 'GET' && method !== 'POST')) return null;
  const said = HEADERS.map((name) => headers[name] ?? '');
  try {
    return JSON.stringify([method, url, said, method === 'POST' ? body : null]);
  } catch {
    // Nested past the end of the stack: that is refused where the query is measured.
    return null;
  }
}

/** Whether the client has the answer of this tag already. */
const has = ({ method, headers }: FastifyRequest, tag: string): boolean =>
  method === 'GET' && headers['if-none-match'] === tag;

const tagOf = (asked: string, stamp: GraphStamp): string =>
  `"${createHash('sha256').update(`${stamp} ${asked}`).digest('base64url').slice(0, 32)}"`;
