import { graphVersion } from './statements.gen.ts';
import type { Store } from './store.ts';

type Reader = Pick<Store, 'read'>;

/**
 * Which graph it is: its version, and when that was made, since a graph that was emptied and filled anew may come to the
 * same version again.
 */
export type GraphStamp = `${number} ${string}`;

export const stampOf = (version: number, changedAt: string | null): GraphStamp =>
  `${version} ${changedAt ?? ''}`;
export const versionOf = (stamp: GraphStamp): number => Number.parseInt(stamp, 10);
/** When that version was made, ISO 8601; null for a graph that nothing has been imported into. */
export const changedAtOf = (stamp: GraphStamp): string | null => stamp.slice(stamp.indexOf(' ') + 1) || null;

/** Of a graph that nothing has been imported into. */
export const EMPTY_GRAPH = stampOf(0, null);

export async function readGraphStamp(reader: Reader): Promise<GraphStamp> {
  const [row] = await reader.read(graphVersion, {});
  return row === undefined ? EMPTY_GRAPH : stampOf(row.version, row.changedAt);
}

/** The version that each committed change raises by one; 0 while the graph is empty. */
export const readGraphVersion = async (reader: Reader): Promise<number> =>
  versionOf(await readGraphStamp(reader));
