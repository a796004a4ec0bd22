import { graphVersion } from './statements.gen.ts';
import type { Store } from './store.ts';

/** The version that each committed change raises by one; 0 while the graph is empty. */
export async function readGraphVersion(reader: Pick<Store, 'read'>): Promise<number> {
  return versionIn(await reader.read(graphVersion, {}));
}

export const versionIn = ([row]: readonly { readonly version: number }[]): number => row?.version ?? 0;
