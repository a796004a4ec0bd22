/**
 * One conjunction of a reform item filter, as data.
 * A filter is a list of clauses of which an item must meet at least one (disjunctive normal form), so that any
 * nesting of and/or/not comes to one form.
 */
export interface ItemClause {
  /** Ids of nodes that the item must all be linked to. */
  readonly linkedToAll: readonly string[];
  /** Of each list, the item must be linked to at least one node. */
  readonly linkedToAny: readonly (readonly string[])[];
  /** Ids of nodes that the item must not be linked to. */
  readonly linkedToNone: readonly string[];
  /** Texts as they are compared (text/fold-text.ts) that the title or content must contain. */
  readonly containsAll: readonly string[];
  readonly containsNone: readonly string[];
  readonly minAgencies: number;
  readonly maxAgencies: number;
  readonly minZones: number;
  readonly maxZones: number;
  readonly minThemes: number;
  readonly maxThemes: number;
}
