import { z } from 'zod';

export const CHANGE_ACTIONS = ['ADDED', 'UPDATED', 'REMOVED'] as const;

const properties = z.record(z.string(), z.unknown());
/** `before` is absent of what was added, `after` of what was removed; each has all properties. */
const change = {
  action: z.enum(CHANGE_ACTIONS),
  before: properties.optional(),
  after: properties.optional(),
};

/** What an import did to one node or relationship, as the graph keeps it: JSON text, one of a block's `entries`. */
const changeEntry = z.union([
  z.strictObject({ ...change, node: z.string() }),
  z.strictObject({ ...change, type: z.string(), from: z.string(), to: z.string() }),
]);
export type ChangeEntry = z.infer<typeof changeEntry>;

/** One of a block's entries. */
export const parseChange = (text: string): ChangeEntry => changeEntry.parse(JSON.parse(text));

const count = z.int().nonnegative();
/** That an import changed the graph, as the graph keeps it. What else analysts note there is left out. */
export const importRecord = z.object({
  id: z.string(),
  /** The version that it made. */
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

/** How many nodes and relationships the import changed. */
export const changeCount = (record: ImportRecord): number =>
  record.nodesAdded +
  record.nodesUpdated +
  record.nodesRemoved +
  record.relationshipsAdded +
  record.relationshipsUpdated +
  record.relationshipsRemoved;

/** How many entries a block has, but for the last of an import: a page of them is at most two blocks. */
export const BLOCK_SIZE = 100;

/** The id of a block of an import's changes, the blocks counted from 0. */
export const blockId = (version: number, block: number): string => `changes:${version}:${block}`;
