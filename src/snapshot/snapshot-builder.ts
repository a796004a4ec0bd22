import { appendTo } from '../domain/group-by.ts';
import { RELATIONSHIPS, type RelationshipType } from '../domain/model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { GraphStamp } from '../store/graph-version.ts';
import { pause } from './breathe.ts';
import { GraphSnapshot, type SnapshotLink } from './graph-snapshot.ts';

/** A snapshot in the making: its nodes, to which relationships are added by the ids of their ends. */
export class SnapshotBuilder {
  readonly #nodes: readonly AnyNode[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #links: SnapshotLink[] = [];
  readonly #shortNames = new Map<number, string[]>();

  private constructor(nodes: readonly AnyNode[], places: ReadonlyMap<string, number>) {
    this.#nodes = nodes;
    this.#places = places;
  }

  /** @param nodes each once, in any order; they are put in order where they are */
  static async of(nodes: AnyNode[]): Promise<SnapshotBuilder> {
    nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
    await pause();
    const places = new Map(nodes.map((node, place) => [node.id, place]));
    await pause();
    return new SnapshotBuilder(nodes, places);
  }

  /** Takes each relationship of the model once; what analysts joined otherwise, or to nodes of their own, is left out. */
  add(type: string, from: string, to: string, order?: number): void {
    const [start, end] = [this.#places.get(from), this.#places.get(to)];
    if (start === undefined || end === undefined || !Object.hasOwn(RELATIONSHIPS, type)) return;
    this.#links.push({ type: type as RelationshipType, from: start, to: end, order });
  }

  /** What a text calls an organization for short; each name once, in their order. */
  addShortName(organization: string, name: string): void {
    const place = this.#places.get(organization);
    if (place !== undefined) appendTo(this.#shortNames, place, name);
  }

  build(stamp: GraphStamp): Promise<GraphSnapshot> {
    return GraphSnapshot.build(stamp, this.#nodes, this.#links, this.#shortNames);
  }
}
