import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';

/** From a node, along (outward) or against relationships of one type, to the nodes of one label. */
export interface Relation<T extends RelationshipType, L extends Label> {
  readonly type: T;
  readonly outward: boolean;
  readonly label: L;
}
type AnyRelation = Relation<RelationshipType, Label>;

/** The nodes that a relation leads to, in order, and the sort key of each. */
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

/** The first of these nodes by id, or undefined if there is none. */
export const firstEnd = (
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward, label }: AnyRelation,
): number | undefined =>
  snapshot.linked(nodeIndex, type, outward).find((end) => snapshot.labelOf(end) === label);

/** The properties of the relationship between two nodes; undefined if there is no such relationship. */
export const edgePropertiesBetween = <T extends RelationshipType>(
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward }: Pick<Relation<T, Label>, 'type' | 'outward'>,
  end: number,
): EdgeProperties<T> | undefined =>
  outward ? snapshot.edgeProperties(nodeIndex, type, end) : snapshot.edgeProperties(end, type, nodeIndex);

/**
 * The nodes that a relation leads to: an item's agencies in printed order, items and facts by position, all others by
 * name. Equal keys are sorted by id.
 */
export function linkedNodes(snapshot: GraphSnapshot, nodeIndex: number, relation: AnyRelation): LinkedNodes {
  if (isPrinted(relation)) return inPrintedOrder(snapshot, nodeIndex, relation.outward);
  const keyOf = (end: number): string => sortKeyOf(snapshot.node(end));
  const ends = snapshot.linked(nodeIndex, relation.type, relation.outward).length;
  return {
    nodeIndexes:
      ends < CACHE_SORTED_FROM
        ? inOrder(snapshot, nodeIndex, relation)
        : keptInOrder(snapshot, nodeIndex, relation),
    keyOf,
  };
}

/** Whether the list follows the printed order of the bulletin; its keys are then numbers. */
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

function inOrder(snapshot: GraphSnapshot, nodeIndex: number, relation: AnyRelation): number[] {
  const ends = endsOf(snapshot, nodeIndex, relation);
  if (relation.label === 'ReformItem') return snapshot.inOrder(ends);
  return ends.sort(byName(snapshot));
}

/** Compares node indexes by the sort keys of their nodes, then by id. */
export const byName = (snapshot: GraphSnapshot): ((a: number, b: number) => number) => {
  const keyOf = (nodeIndex: number): string => sortKeyOf(snapshot.node(nodeIndex));
  return (a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) < keyOf(b) ? -1 : 1);
};

/** Lists of at least this length are sorted once per snapshot and cached. */
const CACHE_SORTED_FROM = 100;
const longLists = perSnapshot(() => new Map<string, number[]>());

function keptInOrder(snapshot: GraphSnapshot, nodeIndex: number, relation: AnyRelation): number[] {
  const lists = longLists(snapshot);
  const name = `${relation.type} ${relation.outward} ${relation.label} ${nodeIndex}`;
  const known = lists.get(name) ?? inOrder(snapshot, nodeIndex, relation);
  lists.set(name, known);
  return known;
}

const sortKeyOf = (node: AnyNode): string =>
  'position' in node ? node.position : 'pinyin' in node ? node.pinyin : node.id;
