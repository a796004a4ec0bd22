import type { ApolloServer, HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PolicyGraphError, QueryTooLong } from '../domain/errors.ts';
import { toGraphqlError } from '../graphql/format-error.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { assertQueryText, graphqlRequestOf } from './graphql-request.ts';
import { noteGraphqlRequest, statusFor } from './request-status.ts';
import { STAMP_HEADER } from './response-cache.ts';

interface Options {
  readonly maxQueryLength: number;
  readonly context: () => Promise<RequestContext>;
}

/** Answers a request with Apollo Server, and sets the status and headers of the reply. */
export async function answerByApollo(
  apollo: ApolloServer<RequestContext>,
  request: FastifyRequest,
  reply: FastifyReply,
  { maxQueryLength, context }: Options,
): Promise<string> {
  const httpGraphQLRequest = graphqlRequestOf(request);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: async () => {
      refuseQueryText(httpGraphQLRequest, maxQueryLength);
      return context();
    },
  });
  for (const [name, value] of answer.headers)
    if (name === STAMP_HEADER) request.stamp = value as GraphStamp;
    else reply.header(name, value);
  reply.code(statusFor(httpGraphQLRequest, answer));
  // Always complete: the server does not use incremental delivery.
  return answer.body.kind === 'complete' ? answer.body.string : '';
}

/** Runs before parsing, and inside Apollo Server, so that the error has a content type that the client accepts. */
function refuseQueryText(request: HTTPGraphQLRequest, maxLength: number): void {
  try {
    assertQueryText(request, maxLength);
  } catch (error) {
    if (error instanceof QueryTooLong) noteGraphqlRequest(request);
    throw error instanceof PolicyGraphError ? toGraphqlError(error) : error;
  }
}
