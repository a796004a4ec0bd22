import { graphVersion } from './statements.gen.ts';
import type { Store } from './store.ts';

type Reader = Pick<Store, 'read'>;

/**
 * Identifies a state of the graph: its version and the time of that version. The time is needed because a graph that
 * was emptied and filled again may reach the same version again.
 */
export type GraphStamp = `${number} ${string}`;

export const stampOf = (version: number, changedAt: string | null): GraphStamp =>
  `${version} ${changedAt ?? ''}`;
export const versionOf = (stamp: GraphStamp): number => Number.parseInt(stamp, 10);
/** When that version was made, ISO 8601; null if nothing has been imported into the graph. */
export const changedAtOf = (stamp: GraphStamp): string | null => stamp.slice(stamp.indexOf(' ') + 1) || null;

/** The stamp of a graph without any import. */
export const EMPTY_GRAPH = stampOf(0, null);

export async function readGraphStamp(reader: Reader): Promise<GraphStamp> {
  const [row] = await reader.read(graphVersion, {});
  return row === undefined ? EMPTY_GRAPH : stampOf(row.version, row.changedAt);
}

/** The graph's version. Each committed change raises it by one; it is 0 while the graph is empty. */
export const readGraphVersion = async (reader: Reader): Promise<number> =>
  versionOf(await readGraphStamp(reader));
