import type { Transaction } from './store.ts';

/**
 * Returns the result of a write's work. If a statement failed, the write fails, even if the work caught the error.
 * Otherwise Neo4j would silently commit nothing, and the embedded engine would commit all but that statement.
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
