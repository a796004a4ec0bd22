import {
  BLOCK_SIZE,
  blockId,
  type ChangeEntry,
  changeCount,
  type ImportRecord,
  parseChange,
} from '../../domain/change-record.ts';
import type { RelationshipType } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { stampOf } from '../../store/graph-version.ts';
import { readImports } from '../../store/import-records.ts';
import { changesBlocks } from '../../store/statements.gen.ts';
import type { Store } from '../../store/store.ts';
import type { GraphSnapshot } from '../graph-snapshot.ts';
import type { GraphChanges } from '../storage/graph-storage.ts';

type Reader = Pick<Store, 'read'>;

/** After more imports than these, or more changes than nodes, reading all anew is no slower. */
const MAX_IMPORTS = 50;
/** Blocks of changes per statement. */
const BLOCKS = 5;

/**
 * The graph as later imports left it, from what they say they changed; undefined where they don't follow from the
 * snapshot, and all must be read anew.
 */
export async function advanceSnapshot(
  store: Reader,
  base: GraphSnapshot,
): Promise<GraphSnapshot | undefined> {
  const imports = await importsSince(store, base);
  const last = imports?.at(-1);
  if (imports === undefined || last === undefined) return undefined;
  const changes = await readChanges(store, imports);
  return changes && base.with(stampOf(last.version, last.at), toGraphChanges(changes));
}

/** Each version's import from the snapshot's on, which must be known to be of the graph that it was read from. */
async function importsSince(store: Reader, base: GraphSnapshot): Promise<ImportRecord[] | undefined> {
  const [own, ...later] = await readImports(store, base.version - 1, MAX_IMPORTS + 2);
  const follows =
    own !== undefined &&
    stampOf(own.version, own.at) === base.stamp &&
    later.length <= MAX_IMPORTS &&
    later.every(({ version }, index) => version === base.version + 1 + index);
  const changes = later.reduce((sum, each) => sum + changeCount(each), 0);
  return follows && changes <= base.nodes.length ? later : undefined;
}

/** All changes in their order, or undefined where some are not there, as in a graph that was emptied meanwhile. */
async function readChanges(
  store: Reader,
  imports: readonly ImportRecord[],
): Promise<ChangeEntry[] | undefined> {
  const entries: ChangeEntry[] = [];
  for (const record of imports) {
    const count = changeCount(record);
    const before = entries.length;
    for (let block = 0; block * BLOCK_SIZE < count; block += BLOCKS) {
      const ids = Array.from({ length: BLOCKS }, (_, index) => blockId(record.version, block + index));
      const rows = await store.read(changesBlocks, { ids });
      const texts = new Map(rows.map((row) => [row.ownerId, row.entries]));
      for (const text of ids.flatMap((id) => texts.get(id) ?? [])) entries.push(parseChange(text));
    }
    if (entries.length - before !== count) return undefined;
  }
  return entries;
}

/** Of several changes of a node the last counts. */
const toGraphChanges = (entries: readonly ChangeEntry[]): GraphChanges => ({
  nodes: new Map(
    entries.flatMap((entry) =>
      'node' in entry ? [[entry.node, entry.after as AnyNode | undefined] as const] : [],
    ),
  ),
  edges: entries.flatMap((entry) =>
    'node' in entry
      ? []
      : { type: entry.type as RelationshipType, from: entry.from, to: entry.to, properties: entry.after },
  ),
});
