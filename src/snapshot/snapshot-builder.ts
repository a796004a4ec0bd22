import { appendTo } from '../domain/group-by.ts';
import { RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { inSlices } from './breathe.ts';
import { GraphSnapshot } from './graph-snapshot.ts';
import { LinkList } from './link-list.ts';
import type { NodeTable } from './node-table.ts';

/** A snapshot in the making: its nodes, to which relationships are added by the ids of their ends. */
export class SnapshotBuilder {
  readonly #nodes: NodeTable;
  readonly #links = new LinkList();
  readonly #shortNames = new Map<number, string[]>();

  private constructor(nodes: NodeTable) {
    this.#nodes = nodes;
  }

  /** @param nodes whose adding has not been ended */
  static async of(nodes: NodeTable): Promise<SnapshotBuilder> {
    for await (const _ of inSlices(nodes.index()));
    return new SnapshotBuilder(nodes);
  }

  /** Takes each relationship of the model once; what analysts joined otherwise, or to nodes of their own, is left out. */
  add(type: string, from: string, to: string, order?: number): void {
    if (!Object.hasOwn(RELATIONSHIPS, type)) return;
    this.addBetween(type as RelationshipType, this.#nodes.placeOf(from), this.#nodes.placeOf(to), order);
  }

  /** The same by places, neither of which need be there. */
  addBetween(
    type: RelationshipType,
    from: number | undefined,
    to: number | undefined,
    order: number | undefined,
  ): void {
    if (from !== undefined && to !== undefined) this.#links.push({ type, from, to, order });
  }

  /** What a text calls an organization for short; each name once, in their order. */
  addShortName(organization: string, name: string): void {
    const place = this.#nodes.placeOf(organization);
    if (place !== undefined) appendTo(this.#shortNames, place, name);
  }

  build(stamp: GraphStamp): Promise<GraphSnapshot> {
    return GraphSnapshot.build(stamp, this.#nodes, this.#links, this.#shortNames);
  }
}
