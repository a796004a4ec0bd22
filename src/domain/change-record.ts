import { z } from 'zod';

export const CHANGE_ACTIONS = ['ADDED', 'UPDATED', 'REMOVED'] as const;

const properties = z.record(z.string(), z.unknown());
/** An addition has no `before`, and a removal no `after`. Each of the two has all properties. */
const change = {
  action: z.enum(CHANGE_ACTIONS),
  before: properties.optional(),
  after: properties.optional(),
};

/** One import's change to a node or relationship, as the graph stores it: JSON text, one of a block's `entries`. */
const changeEntry = z.union([
  z.strictObject({ ...change, node: z.string() }),
  z.strictObject({ ...change, type: z.string(), from: z.string(), to: z.string() }),
]);
export type ChangeEntry = z.infer<typeof changeEntry>;

/** Parses one of a block's entries. */
export const parseChange = (text: string): ChangeEntry => changeEntry.parse(JSON.parse(text));

const count = z.int().nonnegative();
/** The record of an import that changed the graph, as the graph stores it. Analysts' own properties are dropped. */
export const importRecord = z.object({
  id: z.string(),
  /** The version that the import made. */
  version: z.int().positive(),
  /** ISO 8601 date and time. */
  at: z.string(),
  /** Code of the batch. */
  batch: z.string(),
  nodesAdded: count,
  nodesUpdated: count,
  nodesRemoved: count,
  relationshipsAdded: count,
  relationshipsUpdated: count,
  relationshipsRemoved: count,
});
export type ImportRecord = z.infer<typeof importRecord>;

/** The number of nodes and relationships that the import changed. */
export const changeCount = (record: ImportRecord): number =>
  record.nodesAdded +
  record.nodesUpdated +
  record.nodesRemoved +
  record.relationshipsAdded +
  record.relationshipsUpdated +
  record.relationshipsRemoved;

/** The number of entries in each block except an import's last: a page of that many spans at most two blocks. */
export const BLOCK_SIZE = 100;

/** The id of a block of an import's changes. Blocks count from 0. */
export const blockId = (version: number, block: number): string => `changes:${version}:${block}`;
