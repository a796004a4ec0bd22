import type { ApolloServerPlugin, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { ERROR_CODES, type ErrorCode } from '../domain/errors.ts';

/** Requests with a readable query. Their errors belong in the GraphQL response, not in the HTTP status. */
const graphqlRequests = new WeakSet<HTTPGraphQLRequest>();

export function noteGraphqlRequest(request: HTTPGraphQLRequest): void {
  graphqlRequests.add(request);
}

/** If the whole request fails, sets the status of its error code. If only a field fails, the status stays 200. */
export const statusPlugin: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveSource({ request }) {
        if (request.http !== undefined) noteGraphqlRequest(request.http);
      },
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single' || body.singleResult.data != null || http.status !== undefined) return;
        const statuses = (body.singleResult.errors ?? []).flatMap(({ extensions }) => {
          const code = extensions?.code as ErrorCode;
          return Object.hasOwn(ERROR_CODES, code) ? [ERROR_CODES[code].status] : [];
        });
        if (statuses.length > 0) http.status = Math.max(...statuses);
      },
    };
  },
};

/** The media type of older clients, from before GraphQL had its own; see `statusFor`. */
const JSON_BY_NAME = /(^|,)\s*application\/json\s*(;|,|$)/i;

/**
 * The status that the client expects. A client that accepts `application/json` by name reads errors from the body, and
 * treats any status except 200 as a broken connection (see "GraphQL over HTTP"). A client that names no type, or only
 * `*\/*`, gets 400.
 */
export function statusFor(
  request: HTTPGraphQLRequest,
  { status = 200, headers }: HTTPGraphQLResponse,
): number {
  const isRefusal = status === 400 && graphqlRequests.has(request);
  return isRefusal && readsErrorsFromBody(request.headers.get('accept'), headers.get('content-type'))
    ? 200
    : status;
}

/** @param contentType the content type of the answer, chosen from `accept` */
export const readsErrorsFromBody = (accept: string | undefined, contentType: string | undefined): boolean =>
  contentType?.startsWith('application/json') === true && JSON_BY_NAME.test(accept ?? '');
