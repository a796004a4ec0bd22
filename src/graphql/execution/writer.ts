import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { MaybePromise } from '../maybe-promise.ts';
import type { RequestContext } from '../request-context.ts';
import type { CachedTexts } from './node-text-cache.ts';

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** Argument values of one field, as graphql-js hands them to a resolver. */
export type ArgumentValues = Record<string, unknown>;

/** One execution of an operation. */
export interface Run {
  readonly context: RequestContext;
  /** Coerced, defaults included. */
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Arguments that depend on variables, by the number of their field: the same wherever the field is resolved, and for
   * all executions with the same variables. Resolvers must not change them.
   */
  readonly args: (ArgumentValues | undefined)[];
  /** Texts of nodes, by the number of their selection. */
  readonly texts: (CachedTexts | undefined)[];
}

/** Writes a value as JSON text. @throws anything, where graphql-js is to say what is wrong */
export type Write = (value: unknown, run: Run) => MaybePromise<string>;

/** Something that only graphql-js knows how to handle. The operation is executed by it, and nothing is lost. */
export class NotWritten extends Error {}

export const writeNull = (): string => 'null';
export const refuseNull = (): string => {
  throw new NotWritten('null where the schema allows none');
};

/**
 * Writes what a resolver gives: at once, or when its promise is kept.
 * @param present writes anything but null and undefined
 * @param absent  what stands for those
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

/** Promises of other makes have a meaning of their own in graphql-js. */
function nativePromise(value: object): Promise<unknown> {
  if (value instanceof Promise) return value;
  throw new NotWritten('a promise that is no Promise');
}

/** An error that is thrown while promises are under way goes where theirs go. */
export function asPromise(write: () => MaybePromise<string>): MaybePromise<string> {
  try {
    return write();
  } catch (error) {
    return Promise.reject(error);
  }
}

/** Fails when all have ended, so that nothing is under way, and counted, while graphql-js begins anew. */
export const allWritten = (parts: readonly MaybePromise<string>[]): Promise<string[]> =>
  Promise.all(parts).catch(async (error) => {
    await Promise.allSettled(parts);
    throw error;
  });
