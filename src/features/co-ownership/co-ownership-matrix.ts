import type { AgencyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type CoOwners, coOwnersOf, type Pair, toCoOwnership } from './pairs.ts';

/** Agencies × agencies: how many items each two share, and on the diagonal how many each has. */
export class CoOwnershipTable {
  readonly agencies: readonly AgencyNode[];
  readonly counts: readonly (readonly number[])[];
  /** The pairs of agencies of the table that share any items, most shared first. */
  readonly #pairs: readonly Pair[];
  readonly #snapshot: GraphSnapshot;
  readonly #owners: CoOwners;

  /**
   * @param items indexes of reform items, by position
   * @param chosen indexes of agencies, each once; those with most items where left out, at most `most`
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

  /** How many agencies have items and are not in the table. */
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

  /** What two agencies share, or null where that is nothing. Takes node indexes, whether in the table or not. */
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
