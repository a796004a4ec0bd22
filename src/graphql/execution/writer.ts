import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { MaybePromise } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';
import type { CachedTexts } from './node-text-cache.ts';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** Argument values of one field, as graphql-js passes them to a resolver. */
export type ArgumentValues = Record<string, unknown>;

/** One execution of an operation. */
export interface Run {
  readonly context: RequestContext;
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Arguments that depend on variables, by the number of their field. They are the same each time the field is
   * resolved, and for all executions with the same variables. Resolvers must not change them.
   */
  readonly args: (ArgumentValues | undefined)[];
  /** Texts of nodes, by the number of their selection. */
  readonly texts: (CachedTexts | undefined)[];
}

/** Writes a value as JSON text. @throws any error, if graphql-js must execute the operation and report what is wrong */
export type Write = (value: unknown, run: Run) => MaybePromise<string>;

/** Something that only graphql-js can handle. graphql-js then executes the whole operation. */
export class NotWritten extends Error {}

export const writeNull = (): string => 'null';
export const refuseNull = (): string => {
  throw new NotWritten('null where the schema allows none');
};

/**
 * Writes the result of a resolver: at once, or after its promise resolves.
 * @param present writes all values except null and undefined
 * @param absent  returns the text for null and undefined
 */
export function resolvedWriter(present: Write, absent: () => string): Write {
  const write: Write = (value, run) => {
    if (typeof value === 'string') return present(value, run);
    if (value === null || value === undefined) return absent();
    if (typeof value === 'object') {
      if (isThenable(value)) return nativePromise(value).then((known) => write(known, run));
      if (value instanceof Error) throw value;
    }
    return present(value, run);
  };
  return write;
}

const isThenable = (value: object): boolean => typeof (value as { then?: unknown }).then === 'function';

/** graphql-js treats thenables that are not native promises differently. */
function nativePromise(value: object): Promise<unknown> {
  if (value instanceof Promise) return value;
  throw new NotWritten('a promise that is no Promise');
}

/** Turns a thrown error into a rejected promise, so that it is handled together with the errors of other promises. */
export function asPromise(write: () => MaybePromise<string>): MaybePromise<string> {
  try {
    return write();
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Rejects only after all parts have settled, so that none of them runs or counts when graphql-js starts again. */
export const allWritten = (parts: readonly MaybePromise<string>[]): Promise<string[]> =>
  Promise.all(parts).catch(async (error) => {
    await Promise.allSettled(parts);
    throw error;
  });
