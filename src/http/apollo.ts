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

/** Enough for some hundred documents of typical applications. */
const DOCUMENT_STORE_BYTES = 30_000_000;
/** For the query texts that clients registered by hash. */
const PERSISTED_QUERY_BYTES = 10_000_000;

interface Options {
  readonly schema: GraphQLSchema;
  readonly operations: MeasuredOperations;
  readonly log: RequestLog;
  /** The plugin that executes operations on the fast path. */
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
    // A page of another origin can do no harm: we read no cookies, GET runs only queries, and POST accepts only JSON.
    csrfPrevention: false,
    documentStore: new BoundedStore(DOCUMENT_STORE_BYTES, documentBytes),
    persistedQueries: { cache: new BoundedStore(PERSISTED_QUERY_BYTES, textBytes) },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // Use our log: Apollo Server's own logger writes unstructured text to the console.
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
      // Cache control would wrap every resolver, but this schema has no cache hints.
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

/** Not a validation rule: those run once per document, but the cost depends on the variables. */
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

/** Sets the stamp of the graph on answers without errors, for the response cache. */
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
