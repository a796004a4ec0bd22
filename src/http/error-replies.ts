import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ERROR_CODES, type ErrorCode, PolicyGraphError } from '../domain/errors.ts';
import { withinBounds } from '../graphql/message-bounds.ts';

/** Errors outside GraphQL have the shape of a GraphQL error, so that a client handles only one shape. */
export const errorBody = (code: ErrorCode, message: string, extensions: object = {}): object => ({
  errors: [{ message, extensions: { code, retryable: ERROR_CODES[code].retryable, ...extensions } }],
});

/** Our messages for errors that Fastify finds before a handler runs. Others are BAD_REQUEST with Fastify's message. */
const FRAMEWORK_REFUSALS: Readonly<Record<string, { code: ErrorCode; message: (limit: number) => string }>> =
  {
    FST_ERR_CTP_BODY_TOO_LARGE: {
      code: 'PAYLOAD_TOO_LARGE',
      message: (limit) => `the body is larger than ${limit} bytes`,
    },
    FST_ERR_CTP_INVALID_MEDIA_TYPE: {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: () => 'a body is read as JSON only: set content-type to application/json',
    },
  };

export function replyNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = `there is nothing at ${request.method} ${request.url.slice(0, 100)}; start at /`;
  return reply.code(404).send(errorBody('NOT_FOUND', message));
}

export function addErrorReplies(app: FastifyInstance, maxBodyBytes: number): void {
  app.setNotFoundHandler(replyNotFound);
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error instanceof PolicyGraphError && ERROR_CODES[error.code].shown) {
      return reply.code(ERROR_CODES[error.code].status).send(errorBody(error.code, error.message));
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const refusal = FRAMEWORK_REFUSALS[error.code ?? ''];
      const body =
        refusal === undefined
          ? errorBody('BAD_REQUEST', withinBounds(error.message))
          : errorBody(refusal.code, refusal.message(maxBodyBytes));
      return reply.code(error.statusCode).send(body);
    }
    const errorId = randomUUID();
    request.log.error({ err: error, errorId }, 'request failed');
    const message = `Something went wrong on our side. 服务器内部错误，请附上编号 ${errorId}`;
    return reply.code(500).send(errorBody('INTERNAL_SERVER_ERROR', message, { errorId }));
  });
}

/** Replies to bytes that are not an HTTP request, or come too late. Fastify has no request to reply to yet. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const { code, message } = refusalOf(error.code);
  const { status } = ERROR_CODES[code];
  const body = JSON.stringify(errorBody(code, message));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function refusalOf(code: string | undefined): { code: ErrorCode; message: string } {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { code: 'REQUEST_TIMEOUT', message: 'the request did not arrive in time' };
    case 'HPE_HEADER_OVERFLOW':
      return {
        code: 'HEADERS_TOO_LARGE',
        message: 'the address and headers are larger than 16 kB: send a long query by POST',
      };
    default:
      return { code: 'BAD_REQUEST', message: 'this is no HTTP request' };
  }
}
