import { type Label, labels, type RelationshipType, relationshipTypes } from '../domain/model.ts';
import type { NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { KeptRows } from './kept-rows.ts';
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

/** How many links are kept for one snapshot, some 150 bytes each. */
const MAX_LINKS = 100_000;
const keptOf = perSnapshot(() => new KeptRows<Link<RelationshipType, Label>>(MAX_LINKS));

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
  const key = codeOf(way) * snapshot.nodes.length + index;
  const known = kept.of(key) as Links<T, L> | undefined;
  if (known !== undefined) return known;
  const { places, keyOf } = linkedNodes(snapshot, index, way);
  const links = places.map((end) => new SnapshotLink(snapshot, index, way, end, keyOf(end)));
  return kept.keep(key, links) as Links<T, L>;
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
