import {
  BLOCK_SIZE,
  blockId,
  type ChangeEntry,
  changeCount,
  type ImportRecord,
  parseChange,
} from '../domain/change-record.ts';
import type { AnyNode } from '../domain/nodes.ts';
import { type GraphStamp, stampOf } from '../store/graph-version.ts';
import { readImports } from '../store/import-records.ts';
import { changesBlocks } from '../store/statements.gen.ts';
import type { Store } from '../store/store.ts';
import { inSlices } from './breathe.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { NOWHERE, NodeTable } from './node-table.ts';
import { SnapshotBuilder } from './snapshot-builder.ts';

type Reader = Pick<Store, 'read'>;

/** Behind more imports than these, and with more changes than nodes, reading all anew is no slower. */
const MOST_IMPORTS = 50;
/** Blocks of changes per statement. */
const BLOCKS = 5;

/**
 * The graph as later imports left it, from what they say they changed; undefined where that doesn't lead on from the
 * snapshot, and all must be read anew.
 */
export async function laterSnapshot(store: Reader, base: GraphSnapshot): Promise<GraphSnapshot | undefined> {
  const imports = await importsSince(store, base);
  const last = imports?.at(-1);
  if (imports === undefined || last === undefined) return undefined;
  const changes = await readChanges(store, imports);
  return changes && withChanges(base, stampOf(last.version, last.at), changes);
}

/** Each version's import from the snapshot's on, which must be known to be of the graph that it was read from. */
async function importsSince(store: Reader, base: GraphSnapshot): Promise<ImportRecord[] | undefined> {
  const [own, ...later] = await readImports(store, base.version - 1, MOST_IMPORTS + 2);
  const leadsOn =
    own !== undefined &&
    stampOf(own.version, own.at) === base.stamp &&
    later.length <= MOST_IMPORTS &&
    later.every(({ version }, index) => version === base.version + 1 + index);
  const changes = later.reduce((sum, each) => sum + changeCount(each), 0);
  return leadsOn && changes <= base.nodes.length ? later : undefined;
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

type RelationshipEntry = Extract<ChangeEntry, { type: string }>;

async function withChanges(
  base: GraphSnapshot,
  stamp: GraphStamp,
  changes: readonly ChangeEntry[],
): Promise<GraphSnapshot> {
  const changedNodes = new Map<string, AnyNode | undefined>();
  const changedLinks = new Map<string, RelationshipEntry>();
  for (const change of changes) {
    if ('node' in change) changedNodes.set(change.node, change.after as AnyNode | undefined);
    else changedLinks.set(`${change.type} ${change.from} ${change.to}`, change);
  }
  const { table, moved } = await NodeTable.after(base.nodes, changedNodes);
  const graph = await SnapshotBuilder.of(table);
  await addLinks(graph, base, changedLinks, (place) => {
    const now = moved[place] as number;
    return now === NOWHERE ? table.placeOf(base.nodes.idOf(place)) : now;
  });
  return graph.build(stamp);
}

/** @param placeNow of a node of the base, undefined where it is gone */
async function addLinks(
  graph: SnapshotBuilder,
  base: GraphSnapshot,
  changed: ReadonlyMap<string, RelationshipEntry>,
  placeNow: (place: number) => number | undefined,
): Promise<void> {
  const touched = new Set(
    [...changed.values()].flatMap(({ from, to }) => [from, to].map((id) => base.placeOf(id))),
  );
  const idOf = (place: number): string => base.nodes.idOf(place);
  for await (const { type, from, to, row } of inSlices(base.links())) {
    // Most links are of nodes that nothing happened to, and need no key to be looked up by.
    if (touched.has(from) && touched.has(to) && changed.has(`${type} ${idOf(from)} ${idOf(to)}`)) continue;
    graph.addFrom(base, type, placeNow(from), placeNow(to), row);
  }
  for (const { type, from, to, after } of changed.values())
    if (after !== undefined) graph.add(type, from, to, after);
}
