import { graphVersion } from './statements.gen.ts';
import type { Store } from './store.ts';

/** The version that each committed change raises by one; 0 while the graph is empty. */
export async function readGraphVersion(reader: Pick<Store, 'read'>): Promise<number> {
  const [row] = await reader.read(graphVersion, {});
  return row?.version ?? 0;
}
