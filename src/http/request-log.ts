import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../graphql/request-context.ts';

export interface RequestLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** The log entry of an operation. */
export const operationLine = (
  operation: string | null,
  { elapsedMs, path, statementCount }: RequestContext,
  errors: readonly GraphQLFormattedError[] = [],
): object => ({
  operation,
  path,
  ms: elapsedMs,
  statements: statementCount,
  ...(errors.length > 0 ? { errors: errors.map(({ extensions }) => extensions?.code) } : {}),
});
