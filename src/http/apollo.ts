import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError, MaxIntrospectionDepthRule } from 'graphql';
import { PolicyGraphError } from '../domain/errors.ts';
import { MAX_TOKENS } from '../graphql/cost/query-limits.ts';
import { documentBytes, textBytes } from '../graphql/document-bytes.ts';
import { createErrorFormatter, toGraphqlError } from '../graphql/format-error.ts';
import type { MeasuredOperations } from '../graphql/measured-operations.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { BoundedStore } from './bounded-store.ts';
import { extensionsOf } from './extensions.ts';
import { RefusedValues } from './refused-values-plugin.ts';
import { operationLine, type RequestLog } from './request-log.ts';
import { statusPlugin } from './request-status.ts';
import { cacheableStamp, STAMP_HEADER } from './response-cache.ts';

/** For some hundred documents as applications send them. */
const DOCUMENT_STORE_BYTES = 30_000_000;
/** For the texts that clients registered by their hashes. */
const PERSISTED_QUERY_BYTES = 10_000_000;

interface Options {
  readonly schema: GraphQLSchema;
  readonly operations: MeasuredOperations;
  readonly log: RequestLog;
  /** Of the way that operations are executed. */
  readonly execution: ApolloServerPlugin<RequestContext>;
}

export const createApollo = ({
  schema,
  operations,
  log,
  execution,
}: Options): ApolloServer<RequestContext> => {
  const refusedValues = new RefusedValues();
  return new ApolloServer<RequestContext>({
    schema,
    // A page of another origin can have nothing done: no cookie is read, GET runs queries alone, and POST takes JSON only.
    csrfPrevention: false,
    documentStore: new BoundedStore(DOCUMENT_STORE_BYTES, documentBytes),
    persistedQueries: { cache: new BoundedStore(PERSISTED_QUERY_BYTES, textBytes) },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // The log is ours: the server's own goes to the console, which is not structured.
    logger: {
      debug() {},
      info() {},
      warn: (text) => log.info({}, text),
      error: (text) => log.error({}, text),
    },
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [MaxIntrospectionDepthRule],
    validationOptions: { maxErrors: 5 },
    formatError: createErrorFormatter(
      (details, message) => log.error(details, message),
      (error) => refusedValues.of(error),
    ),
    plugins: [
      // It would stand between every field and its value, for hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      limitsPlugin(schema, operations),
      execution,
      refusedValues.plugin,
      statusPlugin,
      extensionsPlugin,
      stampPlugin,
      logPlugin(log),
    ],
  });
};

/** Here and not as a validation rule, because those run once per document, and the cost depends on the variables. */
const limitsPlugin = (
  schema: GraphQLSchema,
  operations: MeasuredOperations,
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request, contextValue }) {
        if (operation === undefined) return;
        if (!schema.getRootType(operation.operation)) {
          throw new GraphQLError(`this server answers queries, and has no ${operation.operation}`, {
            extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
          });
        }
        try {
          const { statistics } = contextValue;
          const measure = operations.of(document, operation, request.variables ?? {}, statistics);
          if (measure) contextValue.letIn(measure);
        } catch (error) {
          throw error instanceof PolicyGraphError ? toGraphqlError(error) : error;
        }
      },
    };
  },
});

const extensionsPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        const extensions = extensionsOf(contextValue);
        if (body.kind !== 'single' || extensions === undefined) return;
        body.singleResult.extensions = { ...body.singleResult.extensions, ...extensions };
      },
    };
  },
};

/** Says which graph an answer without errors is of, to those who keep answers. */
const stampPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http }, contextValue }) {
        if (body.kind !== 'single' || body.singleResult.errors !== undefined) return;
        const stamp = cacheableStamp(contextValue);
        if (stamp !== null) http.headers.set(STAMP_HEADER, stamp);
      },
    };
  },
};

const logPlugin = (log: RequestLog): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ operationName, contextValue, response }) {
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        log.info(operationLine(operationName ?? null, contextValue, errors), 'graphql');
      },
    };
  },
});
