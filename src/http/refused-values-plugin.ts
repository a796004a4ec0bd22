import type { ApolloServerPlugin } from '@apollo/server';
import type { ASTNode, GraphQLError } from 'graphql';
import type { InvalidInput } from '../domain/errors.ts';
import { type Executed, refusedValue } from '../graphql/refused-value.ts';

/** Explains execution errors about a client's values. This needs the document, but the error formatter has none. */
export class RefusedValues {
  readonly #found = new WeakMap<GraphQLError, InvalidInput>();

  readonly plugin: ApolloServerPlugin = {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, schema, document, operation, request }) => {
        if (document === undefined || operation === undefined) return;
        this.#find(errors, { schema, document, operation, variables: request.variables ?? {} });
      },
    }),
  };

  of(error: GraphQLError): InvalidInput | undefined {
    return this.#found.get(error);
  }

  /** Explains each value once, even if it was refused for many objects. */
  #find(errors: readonly GraphQLError[], executed: Executed): void {
    const known = new Map<ASTNode | undefined, InvalidInput | undefined>();
    for (const error of errors) {
      const [node] = error.nodes ?? [];
      if (!known.has(node)) known.set(node, refusedValue(error, executed));
      const refused = known.get(node);
      if (refused !== undefined) this.#found.set(error, refused);
    }
  }
}
