import type { FastifyRequest } from 'fastify';
import type { OperationRequest } from '../graphql/execution/fast-path.ts';

/**
 * What a request asks, where it asks as most clients do; undefined for anything else, which Apollo Server reads. Only
 * the types are looked at here: whether the operation exists and its variables are right is seen later. An answer to
 * GET is kept by clients and by Answers, so those few that are executed need no way of their own.
 */
export function operationRequestOf({ method, body }: FastifyRequest): OperationRequest | undefined {
  if (method !== 'POST' || !isObject(body)) return undefined;
  const known = read.get(body);
  if (known !== undefined) return known;
  const asked = askedIn(body);
  if (asked !== undefined) read.set(body, asked);
  return asked;
}

/** Bodies are shared by requests, and so is what they ask. */
const read = new WeakMap<object, OperationRequest>();

function askedIn(body: Readonly<Record<string, unknown>>): OperationRequest | undefined {
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || extensions !== null) return undefined;
  if (operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== null && !isObject(variables)) return undefined;
  return { query, operationName, variables: variables ?? {} };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
