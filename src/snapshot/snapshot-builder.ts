import { RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { inSlices } from './breathe.ts';
import type { Properties } from './carried-list.ts';
import { GraphSnapshot } from './graph-snapshot.ts';
import { LinkList } from './link-list.ts';
import type { NodeTable } from './node-table.ts';

/** A snapshot in the making: its nodes, to which relationships are added by the ids of their ends. */
export class SnapshotBuilder {
  readonly #nodes: NodeTable;
  readonly #links = new LinkList();

  private constructor(nodes: NodeTable) {
    this.#nodes = nodes;
  }

  /** @param nodes whose adding has not been ended */
  static async of(nodes: NodeTable): Promise<SnapshotBuilder> {
    for await (const _ of inSlices(nodes.index()));
    return new SnapshotBuilder(nodes);
  }

  /** Takes each relationship of the model once; what analysts joined otherwise, or to nodes of their own, is left out. */
  add(type: string, from: string, to: string, carried: Properties = {}): void {
    const [start, end] = [this.#nodes.placeOf(from), this.#nodes.placeOf(to)];
    if (!Object.hasOwn(RELATIONSHIPS, type) || start === undefined || end === undefined) return;
    this.#links.push(type as RelationshipType, start, end, this.#links.carried.push(carried));
  }

  /** The same by places, neither of which need be there, with what a relationship of another snapshot carries. */
  addFrom(
    { carriedList }: GraphSnapshot,
    type: RelationshipType,
    from: number | undefined,
    to: number | undefined,
    row: number,
  ): void {
    if (from === undefined || to === undefined) return;
    this.#links.push(type, from, to, this.#links.carried.pushFrom(carriedList, row));
  }

  build(stamp: GraphStamp): Promise<GraphSnapshot> {
    return GraphSnapshot.build(stamp, this.#nodes, this.#links);
  }
}
