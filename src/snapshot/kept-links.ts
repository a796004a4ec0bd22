import { type Label, labels, type RelationshipType, relationshipTypes } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { edgePropertiesBetween, linkedNodes, type Way } from './linked-nodes.ts';
import { perSnapshot } from './per-snapshot.ts';

/** A node that a node is linked to, and what it sorts by. */
export interface Link<T extends RelationshipType, L extends Label> {
  readonly key: string | number;
  readonly node: NodeOf<L>;
  /** The properties of the relationship; made when first asked for. */
  readonly properties: EdgeProperties<T> | undefined;
}
type Links<T extends RelationshipType, L extends Label> = readonly Link<T, L>[];

/** How many links are kept for one snapshot, some 150 bytes each; all are dropped when there are more. */
const MAX_LINKS = 100_000;
/** Longer lists are made anew: a page needs few of their links. */
const MAX_LIST = 500;

class KeptLinks {
  readonly #byWay = new Map<number, Map<number, Links<RelationshipType, Label>>>();
  #count = 0;

  of(way: number, index: number): Links<RelationshipType, Label> | undefined {
    return this.#byWay.get(way)?.get(index);
  }

  keep(way: number, index: number, links: Links<RelationshipType, Label>): void {
    if (this.#count > MAX_LINKS) {
      this.#byWay.clear();
      this.#count = 0;
    }
    this.#count += 1 + links.length;
    const byIndex = this.#byWay.get(way) ?? new Map();
    this.#byWay.set(way, byIndex);
    byIndex.set(index, links);
  }
}

const keptOf = perSnapshot(() => new KeptLinks());

/** Each way as a number. */
const CODES = new Map<Label | RelationshipType, number>([
  ...relationshipTypes.map((type, at) => [type, at * 2 * labels.length] as const),
  ...labels.map((label, at) => [label, at] as const),
]);
const codeOf = ({ type, outward, label }: Way<RelationshipType, Label>): number =>
  (CODES.get(type) as number) + (outward ? labels.length : 0) + (CODES.get(label) as number);

/** Where a way leads from a node, in the order of `linkedNodes`. */
export function linksOf<T extends RelationshipType, L extends Label>(
  snapshot: GraphSnapshot,
  index: number,
  way: Way<T, L>,
): Links<T, L> {
  const kept = keptOf(snapshot);
  const code = codeOf(way);
  const known = kept.of(code, index) as Links<T, L> | undefined;
  if (known !== undefined) return known;
  const { places, keyOf } = linkedNodes(snapshot, index, way);
  const links = places.map((end) => new SnapshotLink(snapshot, index, way, end, keyOf(end)));
  if (links.length <= MAX_LIST) kept.keep(code, index, links);
  return links;
}

class SnapshotLink<T extends RelationshipType, L extends Label> implements Link<T, L> {
  readonly key: string | number;
  readonly node: NodeOf<L>;
  #properties: EdgeProperties<T> | undefined;
  readonly #read: () => EdgeProperties<T> | undefined;

  constructor(snapshot: GraphSnapshot, index: number, way: Way<T, L>, end: number, key: string | number) {
    this.key = key;
    this.node = snapshot.nodeOf(way.label, end);
    this.#read = () => edgePropertiesBetween(snapshot, index, way, end);
  }

  get properties(): EdgeProperties<T> | undefined {
    this.#properties ??= this.#read();
    return this.#properties;
  }
}
