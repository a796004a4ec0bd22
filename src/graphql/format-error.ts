import { randomUUID } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  ERROR_CODES,
  InvalidInput,
  Overloaded,
  PolicyGraphError,
  QueryTooComplex,
} from '../domain/errors.ts';
import { withinBounds } from './message-bounds.ts';

/** GraphQL's own codes for requests that a client can fix. */
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Converts one of our errors for Apollo Server. Used if the whole request fails. */
export const toGraphqlError = (error: PolicyGraphError): GraphQLError =>
  new GraphQLError(error.message, {
    originalError: error,
    extensions: {
      code: error.code,
      http: { status: ERROR_CODES[error.code].status, headers: headersOf(error) },
    },
  });

/** If the server is overloaded: when the client may try again. */
function headersOf(error: PolicyGraphError): HeaderMap {
  const headers = new HeaderMap();
  if (error instanceof Overloaded) headers.set('retry-after', String(error.retryAfterSeconds));
  return headers;
}

/** The details of an error, in addition to its code and message. */
function detailsOf(error: PolicyGraphError): object {
  if (error instanceof InvalidInput) return { argument: error.argument };
  if (error instanceof QueryTooComplex) return error.excess;
  return error instanceof Overloaded ? { retryAfterSeconds: error.retryAfterSeconds } : {};
}

type LogError = (details: { errorId: string; err: unknown }, message: string) => void;

/** Shows a client a code and, if it can help, the message. Otherwise it shows an id to look up in the log. */
export function createErrorFormatter(
  logError: LogError,
  refusedValue: (error: GraphQLError) => InvalidInput | undefined = () => undefined,
) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error, refusedValue);
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    };
    if (cause instanceof PolicyGraphError && ERROR_CODES[cause.code].shown) {
      const { retryable } = ERROR_CODES[cause.code];
      return {
        message: withinBounds(cause.message),
        ...place,
        extensions: { code: cause.code, retryable, ...detailsOf(cause) },
      };
    }
    const code = isRefusedRequest(error) ? 'BAD_USER_INPUT' : formatted.extensions?.code;
    if (!(cause instanceof PolicyGraphError) && typeof code === 'string' && CLIENT_CODES.has(code)) {
      return { message: withinBounds(formatted.message), ...place, extensions: { code, retryable: false } };
    }
    const errorId = randomUUID();
    logError({ errorId, err: cause }, 'request failed');
    return {
      message: `Something went wrong on our side. 服务器内部错误，请附上编号 ${errorId}`,
      ...place,
      extensions: {
        code: cause instanceof PolicyGraphError ? cause.code : 'INTERNAL_SERVER_ERROR',
        retryable: false,
        errorId,
      },
    };
  };
}

function causeOf(error: unknown, refusedValue: (error: GraphQLError) => InvalidInput | undefined): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return refusedValue(error) ?? error.originalError ?? error;
}

/** Apollo Server refuses some requests with a 4xx status and no code, for example a hash of a different text. */
function isRefusedRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.originalError || error.extensions.code !== undefined)
    return false;
  const { status } = (error.extensions.http ?? {}) as { status?: number };
  return status !== undefined && status >= 400 && status < 500;
}
