import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError, MaxIntrospectionDepthRule } from 'graphql';
import { ERROR_CODES, type ErrorCode, PolicyGraphError } from '../domain/errors.ts';
import { createErrorFormatter } from '../graphql/format-error.ts';
import { MAX_TOKENS } from '../graphql/limits.ts';
import { MeasuredOperations } from '../graphql/measured-operations.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { ANSWER_STAMP_HEADER } from './answers.ts';

export interface OperationLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const createApollo = (schema: GraphQLSchema, log: OperationLog): ApolloServer<RequestContext> =>
  new ApolloServer<RequestContext>({
    schema,
    csrfPrevention: true,
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
    formatError: createErrorFormatter((details, message) => log.error(details, message)),
    plugins: [
      // It would stand between every field and its value, for hints that nothing here gives.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      limitsPlugin(schema),
      statusPlugin,
      explainPlugin,
      agePlugin,
      versionPlugin,
      logPlugin(log),
    ],
  });

/** Here and not as a validation rule, because those run once per document, and the cost depends on the variables. */
const limitsPlugin = (schema: GraphQLSchema): ApolloServerPlugin<RequestContext> => {
  const operations = new MeasuredOperations(schema);
  return {
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
            const measure = operations.of(document, operation, request.variables ?? {});
            if (measure) contextValue.measure = measure;
          } catch (error) {
            if (!(error instanceof PolicyGraphError)) throw error;
            const { status } = ERROR_CODES[error.code];
            throw new GraphQLError(error.message, {
              originalError: error,
              extensions: { code: error.code, http: { status } },
            });
          }
        },
      };
    },
  };
};

/** A request that fails as a whole answers with the status of its error's code; a failed field leaves 200. */
const statusPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
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

/** Tells a client that asks by the header `x-explain: 1` which statements its operation took. */
const explainPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (!contextValue.explain || body.kind !== 'single') return;
        const { statements, measure } = contextValue;
        const explain = {
          // Added up of fifths, which binary fractions only come near to.
          cost: measure === undefined ? null : Math.round(measure.cost * 10) / 10,
          depth: measure?.depth ?? null,
          statements: statements.ended,
        };
        body.singleResult.extensions = { ...body.singleResult.extensions, explain };
      },
    };
  },
};

/** An answer from a graph that the database has not confirmed within the agreed time says how old that is. */
const agePlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue: { ageMs, snapshotIfAny } }) {
        if (ageMs === 0 || body.kind !== 'single') return;
        const graph = { version: snapshotIfAny?.version ?? null, ageMs };
        body.singleResult.extensions = { ...body.singleResult.extensions, graph };
      },
    };
  },
};

/** Says of which version of the graph an answer without errors is; see answers.ts. */
const versionPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http }, contextValue }) {
        const { snapshotIfAny, ageMs, explain } = contextValue;
        if (body.kind !== 'single' || body.singleResult.errors !== undefined || explain || ageMs > 0) return;
        if (snapshotIfAny !== undefined) http.headers.set(ANSWER_STAMP_HEADER, snapshotIfAny.stamp);
      },
    };
  },
};

const logPlugin = (log: OperationLog): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    const start = performance.now();
    return {
      async willSendResponse({ operationName, contextValue, response }) {
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        const details = {
          operation: operationName ?? null,
          ms: Math.round((performance.now() - start) * 10) / 10,
          statements: contextValue.statements.count,
          ...(errors.length > 0 ? { errors: errors.map(({ extensions }) => extensions?.code) } : {}),
        };
        log.info(details, 'graphql');
      },
    };
  },
});
