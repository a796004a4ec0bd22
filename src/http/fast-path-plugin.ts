import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { Config } from '../config.ts';
import type { FastPath } from '../graphql/execution/fast-path.ts';
import type { RequestContext } from '../graphql/request-context.ts';

/**
 * Passes the operations that Apollo Server has validated to the fast path. With `COMPILE=always` the fast path answers
 * them immediately, so that a test uses it from the first request.
 */
export const fastPathPlugin = (
  fast: FastPath,
  compile: Config['COMPILE'],
): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    if (compile === 'off') return;
    return {
      async didResolveOperation({ source, request, document, operation }) {
        if (operation !== undefined) fast.learn(source, request.operationName ?? null, document, operation);
      },
      async responseForOperation({
        source,
        request: { operationName = null, variables = {} },
        contextValue,
      }) {
        const ready =
          compile === 'always' && !contextValue.hasLeftFastPath
            ? fast.prepare({ query: source, operationName, variables }, contextValue.statistics)
            : undefined;
        const text = ready && (await fast.answer(ready, contextValue));
        if (text === undefined) return null;
        return {
          http: { headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data: JSON.parse(text) } },
        };
      },
    };
  },
});
