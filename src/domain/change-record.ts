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
export const changeEntry = z.union([
  z.strictObject({ ...change, node: z.string() }),
  z.strictObject({ ...change, type: z.string(), from: z.string(), to: z.string() }),
]);
export type ChangeEntry = z.infer<typeof changeEntry>;

/** How many entries a block has, but for the last of an import: a page of them is at most two blocks. */
export const BLOCK_SIZE = 100;

/** The id of a block of an import's changes, the blocks counted from 0. */
export const blockId = (version: number, block: number): string => `changes:${version}:${block}`;
