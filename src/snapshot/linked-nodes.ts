import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The way from a node, along or against relationships of one type, to those of one label. */
export interface Relation<T extends RelationshipType, L extends Label> {
  readonly type: T;
  readonly outward: boolean;
  readonly label: L;
}
type AnyRelation = Relation<RelationshipType, Label>;

/** The nodes at the end of a way, in order, and what each sorts by. */
export interface LinkedNodes {
  readonly nodeIndexes: readonly number[];
  keyOf(nodeIndex: number): string | number;
}

/** The indexes of the nodes that a relation leads to, ascending by id. */
export const endsOf = (
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward, label }: AnyRelation,
): number[] =>
  [...snapshot.linked(nodeIndex, type, outward)].filter((end) => snapshot.labelOf(end) === label);

/** The first of them, or undefined where there is none. */
export const firstEnd = (
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward, label }: AnyRelation,
): number | undefined =>
  snapshot.linked(nodeIndex, type, outward).find((end) => snapshot.labelOf(end) === label);

/** What the relationship on a way carries; undefined where it doesn't lead there. */
export const edgePropertiesBetween = <T extends RelationshipType>(
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward }: Pick<Relation<T, Label>, 'type' | 'outward'>,
  end: number,
): EdgeProperties<T> | undefined =>
  outward ? snapshot.edgeProperties(nodeIndex, type, end) : snapshot.edgeProperties(end, type, nodeIndex);

/**
 * The nodes that a way leads to: an item's agencies in printed order, items and facts by position, all others by name;
 * and by id where that is the same.
 */
export function linkedNodes(snapshot: GraphSnapshot, nodeIndex: number, way: AnyRelation): LinkedNodes {
  if (isPrinted(way)) return inPrintedOrder(snapshot, nodeIndex, way.outward);
  const keyOf = (end: number): string => sortKeyOf(snapshot.node(end));
  const ends = snapshot.linked(nodeIndex, way.type, way.outward).length;
  return {
    nodeIndexes:
      ends < CACHE_SORTED_FROM ? inOrder(snapshot, nodeIndex, way) : keptInOrder(snapshot, nodeIndex, way),
    keyOf,
  };
}

/** Whether the list is in the order that the bulletin prints it in, so that its keys are numbers. */
export const isPrinted = ({ type, label }: AnyRelation): boolean =>
  type === 'RESPONSIBLE_FOR' && label === 'Agency';

function inPrintedOrder(snapshot: GraphSnapshot, nodeIndex: number, outward: boolean): LinkedNodes {
  const orders = snapshot.edgeValues(nodeIndex, 'RESPONSIBLE_FOR', outward, 'order');
  const ordered = [...snapshot.linked(nodeIndex, 'RESPONSIBLE_FOR', outward)].map(
    (end, index) => [end, orders[index] ?? 0] as const,
  );
  const keys = new Map(ordered.sort(([a, first], [b, second]) => first - second || a - b));
  return { nodeIndexes: [...keys.keys()], keyOf: (end) => keys.get(end) as number };
}

function inOrder(snapshot: GraphSnapshot, nodeIndex: number, way: AnyRelation): number[] {
  const ends = endsOf(snapshot, nodeIndex, way);
  if (way.label === 'ReformItem') return snapshot.inOrder(ends);
  return ends.sort(byName(snapshot));
}

/** Sorts node indexes by what their nodes sort by, and of their ids where that is the same. */
export const byName = (snapshot: GraphSnapshot): ((a: number, b: number) => number) => {
  const keyOf = (nodeIndex: number): string => sortKeyOf(snapshot.node(nodeIndex));
  return (a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) < keyOf(b) ? -1 : 1);
};

/** Lists as long as this are put in order once for each version of the graph. */
const CACHE_SORTED_FROM = 100;
const longLists = perSnapshot(() => new Map<string, number[]>());

function keptInOrder(snapshot: GraphSnapshot, nodeIndex: number, way: AnyRelation): number[] {
  const lists = longLists(snapshot);
  const name = `${way.type} ${way.outward} ${way.label} ${nodeIndex}`;
  const known = lists.get(name) ?? inOrder(snapshot, nodeIndex, way);
  lists.set(name, known);
  return known;
}

const sortKeyOf = (node: AnyNode): string =>
  'position' in node ? node.position : 'pinyin' in node ? node.pinyin : node.id;
