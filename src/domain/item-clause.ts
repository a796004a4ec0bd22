import { z } from 'zod';

/**
 * One conjunction of a reform item filter, as data.
 * A filter is a list of clauses of which an item must meet at least one (disjunctive normal form), so that any
 * nesting of and/or/not comes to one form.
 */
export const itemClause = z.strictObject({
  /** Ids of nodes that the item must all be linked to. */
  linkedToAll: z.array(z.string()),
  /** Of each list, the item must be linked to at least one node. */
  linkedToAny: z.array(z.array(z.string())),
  /** Ids of nodes that the item must not be linked to. */
  linkedToNone: z.array(z.string()),
  /** Lower-case texts that the title or content must contain. */
  containsAll: z.array(z.string()),
  containsNone: z.array(z.string()),
  minAgencies: z.int(),
  maxAgencies: z.int(),
  minZones: z.int(),
  maxZones: z.int(),
  minThemes: z.int(),
  maxThemes: z.int(),
});
export type ItemClause = z.infer<typeof itemClause>;
