import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The way from a node, along or against relationships of one type, to those of one label. */
export interface Way<T extends RelationshipType, L extends Label> {
  readonly type: T;
  readonly outward: boolean;
  readonly label: L;
}

/** A node at the end of a way, and what the list sorts by. */
export interface LinkedNode {
  readonly key: string | number;
  readonly place: number;
}

/** Lists as long as this are put in order once for each version of the graph. */
const KEPT_FROM = 100;
const longLists = perSnapshot(() => new Map<string, readonly LinkedNode[]>());

/**
 * The nodes that a way leads to: an item's agencies in printed order, items and facts by position, all others by name;
 * and by id where that is the same.
 */
export function linkedNodes(
  snapshot: GraphSnapshot,
  place: number,
  way: Way<RelationshipType, Label>,
): readonly LinkedNode[] {
  const ends = snapshot.linked(place, way.type, way.outward);
  if (ends.length < KEPT_FROM) return inOrder(snapshot, place, way, ends);
  const lists = longLists(snapshot);
  const name = `${way.type} ${way.outward} ${way.label} ${place}`;
  const known = lists.get(name) ?? inOrder(snapshot, place, way, ends);
  lists.set(name, known);
  return known;
}

function inOrder(
  snapshot: GraphSnapshot,
  place: number,
  { type, outward, label }: Way<RelationshipType, Label>,
  ends: Uint32Array,
): LinkedNode[] {
  const orders = isPrinted(type, label) ? snapshot.orders(place, type, outward) : undefined;
  const nodes: LinkedNode[] = [];
  for (const [index, end] of ends.entries()) {
    if (snapshot.labelOf(end) !== label) continue;
    nodes.push({ key: orders?.[index] ?? sortKeyOf(snapshot.node(end)), place: end });
  }
  return nodes.sort((a, b) => (a.key === b.key ? a.place - b.place : a.key < b.key ? -1 : 1));
}

/** Whether the list is in the order that the bulletin prints it in, so that its keys are numbers. */
export const isPrinted = (type: RelationshipType, label: Label): boolean =>
  type === 'RESPONSIBLE_FOR' && label === 'Agency';

const sortKeyOf = (node: AnyNode): string =>
  'position' in node ? node.position : 'pinyin' in node ? node.pinyin : node.id;
