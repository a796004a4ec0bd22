import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, InvalidInput, PolicyGraphError } from '../domain/errors.ts';

/** Codes that GraphQL itself gives to requests that a client can mend. */
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

type LogError = (details: { errorId: string; err: unknown }, message: string) => void;

/** What a client sees of an error: a code and, where it can help, the message; else an id to look up in the log. */
export function createErrorFormatter(logError: LogError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    };
    if (cause instanceof PolicyGraphError && ERROR_CODES[cause.code].shown) {
      const { retryable } = ERROR_CODES[cause.code];
      const argument = cause instanceof InvalidInput ? { argument: cause.argument } : {};
      return { message: cause.message, ...place, extensions: { code: cause.code, retryable, ...argument } };
    }
    const code = formatted.extensions?.code;
    if (!(cause instanceof PolicyGraphError) && typeof code === 'string' && CLIENT_CODES.has(code)) {
      return { message: formatted.message, ...place, extensions: { code, retryable: false } };
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
