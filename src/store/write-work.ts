import type { Transaction } from './store.ts';

/**
 * What the work of a write comes to. A statement that failed fails the write, also where the work passed over it:
 * Neo4j would then commit nothing without a word, and the embedded engine all but that statement.
 */
export async function runWork<T>(
  work: (transaction: Transaction) => Promise<T>,
  run: Transaction['run'],
): Promise<T> {
  let failure: { readonly error: unknown } | undefined;
  const result = await work({
    run: async (statement, params) => {
      if (failure) throw failure.error;
      try {
        return await run(statement, params);
      } catch (error) {
        failure ??= { error };
        throw error;
      }
    },
  });
  if (failure) throw failure.error;
  return result;
}
