import type { ApolloServerPlugin, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { ERROR_CODES, type ErrorCode } from '../domain/errors.ts';

/** Requests whose query could be read: what is wrong with one of them is said in GraphQL, and not by HTTP. */
const graphqlRequests = new WeakSet<HTTPGraphQLRequest>();

export function noteGraphqlRequest(request: HTTPGraphQLRequest): void {
  graphqlRequests.add(request);
}

/** A request that fails as a whole answers with the status of its error's code; a failed field leaves 200. */
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

/** The type that clients knew before GraphQL had one of its own; see `statusFor`. */
const JSON_BY_NAME = /(^|,)\s*application\/json\s*(;|,|$)/i;

/**
 * The status as the client understands it. One that names `application/json` reads errors from the body, and takes any
 * status but 200 for a broken connection, as "GraphQL over HTTP" has it. One that names nothing, or `*\/*`, gets 400.
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

/** @param contentType of the answer, as it was chosen by `accept` */
export const readsErrorsFromBody = (accept: string | undefined, contentType: string | undefined): boolean =>
  contentType?.startsWith('application/json') === true && JSON_BY_NAME.test(accept ?? '');
