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

/** If there were more imports than this, or more changes than nodes, reading the whole graph is no slower. */
const MAX_IMPORTS = 50;
/** Blocks of changes per statement. */
const BLOCKS = 5;

/**
 * Returns the graph after later imports, built from the changes that they recorded. Returns undefined if the imports
 * do not continue the snapshot; the caller must then read the whole graph.
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

/** The imports after the snapshot's version, one per version. Undefined unless they continue the snapshot's graph. */
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

/** All changes in order, or undefined if some are missing, for example because the graph was emptied meanwhile. */
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

/** If a node has several changes, the last counts. */
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
