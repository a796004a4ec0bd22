import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { PolicyGraphError, QueryTooLong } from '../domain/errors.ts';

/** Converts a request to the form that Apollo Server expects. HEAD becomes GET: Node omits the body. */
export function graphqlRequestOf({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  const search = url.indexOf('?');
  return {
    method: method === 'HEAD' ? 'GET' : method,
    headers: map,
    search: search === -1 ? '' : url.slice(search),
    body,
  };
}

/** @throws QueryTooLong, or PolicyGraphError (BAD_REQUEST) if the text is not valid Unicode */
export function assertQueryText(request: HTTPGraphQLRequest, maxLength: number): void {
  const query = queryOf(request);
  if (query === undefined) return;
  const length = Buffer.byteLength(query);
  if (length > maxLength) throw new QueryTooLong(length, maxLength);
  // The document cache uses a hash of the UTF-8 text. Texts that differ only in lone surrogates have the same UTF-8.
  if (!isWellFormed(query))
    throw new PolicyGraphError('BAD_REQUEST', 'the query holds a surrogate without its other half');
}

function queryOf({ method, search, body }: HTTPGraphQLRequest): string | undefined {
  if (method !== 'GET') {
    const query = typeof body === 'object' && body !== null && 'query' in body ? body.query : undefined;
    return typeof query === 'string' ? query : undefined;
  }
  if (!isUrlEncoded(search))
    throw new PolicyGraphError('BAD_REQUEST', 'the address is not UTF-8 in percent-encoding');
  return new URLSearchParams(search).get('query') ?? undefined;
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

function isUrlEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
