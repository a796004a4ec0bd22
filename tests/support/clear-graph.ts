import { z } from 'zod';
import type { Statement } from '../../src/store/statement.ts';
import type { Store } from '../../src/store/store.ts';

const nothing = z.strictObject({}) as unknown as z.ZodType<Record<string, never>>;

/** Tests share one Neo4j, so each suite empties it first. Not a query file, because no program may do this. */
const clear: Statement<Record<string, never>, Record<string, never>> = {
  file: 'tests/clear',
  text: 'MATCH (n) DETACH DELETE n',
  mode: 'write',
  columns: [],
  params: nothing,
  row: nothing,
};

export const clearGraph = (store: Store): Promise<unknown> =>
  store.write((transaction) => transaction.run(clear, {}));
