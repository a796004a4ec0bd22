/**
 * One conjunction of a reform item filter, as data.
 * A filter is a list of clauses, and an item must match at least one of them (disjunctive normal form). Any nesting of
 * and/or/not reduces to this form.
 */
export interface ItemClause {
  /** Node ids. The item must be linked to all of these nodes. */
  readonly linkedToAll: readonly string[];
  /** Lists of node ids. The item must be linked to at least one node of each list. */
  readonly linkedToAny: readonly (readonly string[])[];
  /** Node ids. The item must be linked to none of these nodes. */
  readonly linkedToNone: readonly string[];
  /** Folded texts (text/fold-text.ts). The title or content must contain each of them. */
  readonly containsAll: readonly string[];
  readonly containsNone: readonly string[];
  readonly minAgencies: number;
  readonly maxAgencies: number;
  readonly minZones: number;
  readonly maxZones: number;
  readonly minThemes: number;
  readonly maxThemes: number;
}
