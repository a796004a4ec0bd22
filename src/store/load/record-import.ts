import { BLOCK_SIZE, blockId, type ChangeEntry, type ImportRecord } from '../../domain/change-record.ts';
import type { GraphRelationship } from '../../domain/graph-document.ts';
import type { AnyNode, BatchNode } from '../../domain/nodes.ts';
import { loadRecordChanges, loadRecordImport } from '../statements.gen.ts';
import type { Transaction } from '../store.ts';
import type { Changes, GraphDifference } from './diff-graph.ts';
import { sendPipelined } from './send-pipelined.ts';

/** Blocks per statement: a thousand changes, equal to the rows of other writes. */
const BLOCKS = 10;

/**
 * Records the changes of an import, in the import's transaction. A node holds a hundred changes as JSON texts: one node
 * per change would double the time of a large import.
 */
export async function recordImport(
  transaction: Transaction,
  difference: GraphDifference,
  { version, at, batch }: { version: number; at: string; batch: BatchNode['code'] },
): Promise<void> {
  const { nodes, relationships } = difference;
  const entries = entriesOf(difference);
  const properties: ImportRecord = {
    id: `import:${version}`,
    version,
    at,
    batch,
    nodesAdded: nodes.added.length,
    nodesUpdated: nodes.updated.length,
    nodesRemoved: nodes.removed.length,
    relationshipsAdded: relationships.added.length,
    relationshipsUpdated: relationships.updated.length,
    relationshipsRemoved: relationships.removed.length,
  };
  await transaction.run(loadRecordImport, { properties });
  await sendPipelined(
    (function* () {
      for (let block = 0; block * BLOCK_SIZE < entries.length; block += BLOCKS) {
        yield () => transaction.run(loadRecordChanges, { rows: blocksOf(entries, version, block) });
      }
    })(),
  );
}

/** The blocks of one statement. Made just before it is sent, so that not all texts are in memory at once. */
function blocksOf(
  entries: readonly ChangeEntry[],
  version: number,
  first: number,
): { id: string; entries: string[] }[] {
  const rows: { id: string; entries: string[] }[] = [];
  for (let block = first; block < first + BLOCKS && block * BLOCK_SIZE < entries.length; block += 1) {
    const texts = entries
      .slice(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE)
      .map((entry) => JSON.stringify(entry));
    rows.push({ id: blockId(version, block), entries: texts });
  }
  return rows;
}

/** In an order in which they can be applied: removals first, added nodes before their relationships. */
const entriesOf = ({ nodes, relationships }: GraphDifference): ChangeEntry[] => [
  ...relationships.removed.map((each) => entryOfRelationship('REMOVED', each, undefined)),
  ...nodes.removed.map((each) => entryOfNode('REMOVED', each, undefined)),
  ...nodes.added.map((each) => entryOfNode('ADDED', undefined, each)),
  ...updates(nodes, entryOfNode),
  ...relationships.added.map((each) => entryOfRelationship('ADDED', undefined, each)),
  ...updates(relationships, entryOfRelationship),
];

type Entry<T> = (action: ChangeEntry['action'], before: T | undefined, after: T | undefined) => ChangeEntry;

const updates = <T>({ updated, replaced }: Changes<T>, entryOf: Entry<T>): ChangeEntry[] =>
  updated.map((after, index) => entryOf('UPDATED', replaced[index], after));

const entryOfNode: Entry<AnyNode> = (action, before, after) => ({
  action,
  node: (after ?? before)?.id ?? '',
  ...(before ? { before: { ...before } } : {}),
  ...(after ? { after: { ...after } } : {}),
});

function entryOfRelationship(
  action: ChangeEntry['action'],
  before: GraphRelationship | undefined,
  after: GraphRelationship | undefined,
): ChangeEntry {
  const { type, from, to } = (after ?? before) as GraphRelationship;
  return {
    action,
    ...{ type, from, to },
    ...(before ? { before: { ...before.properties } } : {}),
    ...(after ? { after: { ...after.properties } } : {}),
  };
}
