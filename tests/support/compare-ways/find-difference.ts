import type { GeneratedOperation } from '../operation-generator/generated-operation.ts';
import type { Answer } from './keep-alive-client.ts';
import { type Execute, WAYS, type Way, wayNames } from './ways.ts';

export interface Difference {
  /** The operation is last; before it come the earlier requests with the same document. */
  readonly operations: readonly GeneratedOperation[];
  readonly way: Way;
  /** The number of the use whose answer differed, from 1. */
  readonly use: number;
  /** The answer of graphql-js at its first use. */
  readonly expected: Answer;
  readonly answer: Answer;
}

export const isSame = (a: Answer, b: Answer): boolean => a.status === b.status && a.body === b.body;

/** An answer that reports a server error. It has a random id, so no two are the same. */
export const isInternalError = ({ body }: Answer): boolean => body.includes('"errorId"');

/** Sends the operation each way, `uses` times. Returns the first answer unlike graphql-js's first answer, or null. */
export async function findDifference(
  execute: Execute,
  operation: GeneratedOperation,
  ways: readonly Way[] = wayNames,
): Promise<Difference | null> {
  const expected = await execute(operation, 'off');
  const difference = (way: Way, use: number, answer: Answer): Difference => ({
    operations: [operation],
    way,
    use,
    expected,
    answer,
  });
  if (isInternalError(expected)) return difference('off', 1, expected);
  for (const way of ways) {
    for (let use = way === 'off' ? 2 : 1; use <= WAYS[way].uses; use += 1) {
      const answer = await execute(operation, way);
      if (!isSame(answer, expected)) return difference(way, use, answer);
    }
  }
  return null;
}
