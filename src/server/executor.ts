import {
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  HeaderMap,
  type HTTPGraphQLHead,
} from '@apollo/server';
import { type DocumentNode, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Config } from '../config.ts';
import { GraphChanged } from '../domain/errors.ts';
import type { GraphContext } from '../graphql/context.ts';
import { CompiledOperations } from './compiled-operations.ts';

type Gateway = ApolloServerOptionsWithGateway<GraphContext>['gateway'];

/** How often an operation begins anew because the graph changed under it. */
const TRIES = 4;
/** Compiling takes longer than what comes but a few times ever gives back. */
const USES_BEFORE_COMPILING = { on: 3, off: Number.POSITIVE_INFINITY, always: 0 } as const;

type Run = (
  document: DocumentNode,
  operationName: string | null | undefined,
  contextValue: GraphContext,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult>;

/** Nothing for HTTP beside what the server says itself. */
const NO_HEAD: HTTPGraphQLHead = { headers: new HeaderMap() };

/** Both belong to one server. */
interface Executor {
  /** Answers an operation that succeeds before the server would execute it, which costs more than most operations do. */
  readonly plugin: ApolloServerPlugin<GraphContext>;
  /** How the server takes an executor other than its own: what fails goes this way, to be told as it tells errors. */
  readonly gateway: Gateway;
}

/** Executes operations at one version of the graph each: one that the graph changed under is executed again. */
export function createExecutor(schema: GraphQLSchema, compile: Config['COMPILE']): Executor {
  const interpret: Run = async (document, operationName, contextValue, variableValues) =>
    execute({ schema, document, operationName, contextValue, variableValues });
  const operations = new CompiledOperations(schema, USES_BEFORE_COMPILING[compile]);
  const run: Run = async (document, operationName, context, variables) => {
    // Not measured is one whose variables are wrong, which the interpreter tells.
    const { measure } = context;
    const compiled = measure && operations.of(document, operationName, measure.fields);
    const result = measure && (await compiled?.(context, measure.variables));
    // What goes wrong is told by the interpreter, in the words and with the places that the specification asks for.
    if (result?.errors !== undefined && context.failed)
      return { ...result, errors: result.errors.map(asGraphqlError) };
    return result === undefined || result.errors !== undefined
      ? interpret(document, operationName, context, variables)
      : result;
  };
  const execution: typeof run = async (document, operationName, context, variables) => {
    for (let tries = 1; ; tries += 1) {
      const result = await run(document, operationName, context, variables);
      if (context.confirm()) return result;
      if (tries === TRIES) return { errors: [toGraphqlError(new GraphChanged())] };
    }
  };
  const failures = new WeakMap<GraphContext, Promise<ExecutionResult>>();
  return {
    plugin: {
      async requestDidStart() {
        return {
          async responseForOperation({ document, request: { operationName, variables }, contextValue }) {
            const running = execution(document, operationName, contextValue, variables ?? {});
            try {
              const singleResult = await running;
              if (singleResult.errors === undefined)
                return { http: NO_HEAD, body: { kind: 'single', singleResult: singleResult as object } };
            } catch {
              // The gateway throws it again.
            }
            failures.set(contextValue, running);
            return null;
          },
        };
      },
    },
    gateway: {
      async load() {
        return {
          executor: ({ context }) => failures.get(context as unknown as GraphContext) as never,
        };
      },
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      async stop() {},
    },
  };
}

/** The compiler's errors are not made by the class that the server knows errors by. */
const asGraphqlError = ({
  message,
  locations,
  path,
  originalError,
  extensions,
}: GraphQLError): GraphQLError =>
  Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations });

const toGraphqlError = (error: Error): GraphQLError =>
  new GraphQLError(error.message, { originalError: error });
