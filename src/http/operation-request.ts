import type { FastifyRequest } from 'fastify';
import type { OperationRequest } from '../graphql/execution/fast-path.ts';

/**
 * Reads the operation of a request in the form that most clients send; undefined for other forms, which Apollo Server
 * reads. It checks only types: later steps check that the operation exists and the variables are valid. Clients and
 * ResponseCache cache the answers to GET, so few GET requests are executed and they do not need the fast path.
 */
export function operationRequestOf({ method, body }: FastifyRequest): OperationRequest | undefined {
  if (method !== 'POST' || !isObject(body)) return undefined;
  const known = read.get(body);
  if (known !== undefined) return known;
  const asked = askedIn(body);
  if (asked !== undefined) read.set(body, asked);
  return asked;
}

/** A cache by body object: requests with the same body share the object (json-body.ts). */
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
