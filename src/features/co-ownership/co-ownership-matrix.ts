import type { AgencyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type CoOwners, coOwnersOf, type Pair, toCoOwnership } from './pairs.ts';

/**
 * A table of agencies × agencies: the number of items each two share, and on the diagonal the number of items of each.
 */
export class CoOwnershipTable {
  readonly agencies: readonly AgencyNode[];
  readonly counts: readonly (readonly number[])[];
  /** The pairs of agencies in the table with shared items, most shared first. */
  readonly #pairs: readonly Pair[];
  readonly #snapshot: GraphSnapshot;
  readonly #owners: CoOwners;

  /**
   * @param items node indexes of reform items, in order of position
   * @param chosen node indexes of agencies, each once; default: those with the most items, at most `most`
   */
  constructor(
    snapshot: GraphSnapshot,
    items: readonly number[],
    chosen: readonly number[] | undefined,
    most: number,
  ) {
    this.#snapshot = snapshot;
    this.#owners = coOwnersOf(snapshot, items);
    const nodeIndexes = chosen ?? busiest(this.#owners).slice(0, most);
    this.agencies = nodeIndexes.map((nodeIndex) => snapshot.nodeOf('Agency', nodeIndex));
    const rows = new Map(nodeIndexes.map((nodeIndex, row) => [nodeIndex, row]));
    this.#pairs = this.#owners.pairs.filter(({ a, b }) => rows.has(a) && rows.has(b));
    const counts = nodeIndexes.map(() => nodeIndexes.map(() => 0));
    const put = (a: number, b: number, count: number): void => {
      const row = counts[rows.get(a) as number] as number[];
      row[rows.get(b) as number] = count;
    };
    for (const nodeIndex of nodeIndexes)
      put(nodeIndex, nodeIndex, this.#owners.itemsOf.get(nodeIndex)?.length ?? 0);
    for (const { a, b, items: shared } of this.#pairs) {
      put(a, b, shared.length);
      put(b, a, shared.length);
    }
    this.counts = counts;
  }

  /** The number of agencies with items that are not in the table. */
  get omitted(): number {
    const shown = new Set(this.agencies.map(({ id }) => id));
    return [...this.#owners.itemsOf.keys()].filter(
      (nodeIndex) => !shown.has(this.#snapshot.node(nodeIndex).id),
    ).length;
  }

  get cellCount(): number {
    return this.#pairs.length;
  }

  cells(first: number) {
    return this.#pairs.slice(0, first).map((pair) => toCoOwnership(this.#snapshot, pair));
  }

  /** The items that two agencies share, or null if there are none. Takes node indexes, in the table or not. */
  cell(row: number, column: number) {
    const pair = this.#owners.pairs.find(
      ({ a, b }) => a === Math.min(row, column) && b === Math.max(row, column),
    );
    return pair === undefined ? null : toCoOwnership(this.#snapshot, pair);
  }

  get snapshot(): GraphSnapshot {
    return this.#snapshot;
  }
}

const busiest = ({ itemsOf }: CoOwners): number[] =>
  [...itemsOf].sort(([a, x], [b, y]) => y.length - x.length || a - b).map(([nodeIndex]) => nodeIndex);
