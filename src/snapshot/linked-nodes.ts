import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode } from '../domain/nodes.ts';
import type { EdgeProperties } from '../domain/relationships.ts';
import type { GraphSnapshot } from './graph-snapshot.ts';
import { perSnapshot } from './per-snapshot.ts';

/** The way from a node, along or against relationships of one type, to those of one label. */
export interface Way<T extends RelationshipType, L extends Label> {
  readonly type: T;
  readonly outward: boolean;
  readonly label: L;
}
type AnyWay = Way<RelationshipType, Label>;

/** The nodes at the end of a way, in order, and what each sorts by. */
export interface LinkedNodes {
  readonly places: readonly number[];
  keyOf(place: number): string | number;
}

/** The places of the nodes that a way leads to, ascending by id. */
export const endsOf = (snapshot: GraphSnapshot, place: number, { type, outward, label }: AnyWay): number[] =>
  [...snapshot.linked(place, type, outward)].filter((end) => snapshot.labelOf(end) === label);

/** The first of them, or undefined where there is none. */
export const firstEnd = (
  snapshot: GraphSnapshot,
  place: number,
  { type, outward, label }: AnyWay,
): number | undefined => snapshot.linked(place, type, outward).find((end) => snapshot.labelOf(end) === label);

/** What the relationship on a way carries; undefined where it doesn't lead there. */
export const edgePropertiesBetween = <T extends RelationshipType>(
  snapshot: GraphSnapshot,
  place: number,
  { type, outward }: Pick<Way<T, Label>, 'type' | 'outward'>,
  end: number,
): EdgeProperties<T> | undefined =>
  outward ? snapshot.edgeProperties(place, type, end) : snapshot.edgeProperties(end, type, place);

/**
 * The nodes that a way leads to: an item's agencies in printed order, items and facts by position, all others by name;
 * and by id where that is the same.
 */
export function linkedNodes(snapshot: GraphSnapshot, place: number, way: AnyWay): LinkedNodes {
  if (isPrinted(way)) return inPrintedOrder(snapshot, place, way.outward);
  const keyOf = (end: number): string => sortKeyOf(snapshot.node(end));
  const ends = snapshot.linked(place, way.type, way.outward).length;
  return {
    places: ends < KEPT_FROM ? inOrder(snapshot, place, way) : keptInOrder(snapshot, place, way),
    keyOf,
  };
}

/** Whether the list is in the order that the bulletin prints it in, so that its keys are numbers. */
export const isPrinted = ({ type, label }: AnyWay): boolean =>
  type === 'RESPONSIBLE_FOR' && label === 'Agency';

function inPrintedOrder(snapshot: GraphSnapshot, place: number, outward: boolean): LinkedNodes {
  const orders = snapshot.edgeValues(place, 'RESPONSIBLE_FOR', outward, 'order');
  const ordered = [...snapshot.linked(place, 'RESPONSIBLE_FOR', outward)].map(
    (end, index) => [end, orders[index] ?? 0] as const,
  );
  const keys = new Map(ordered.sort(([a, first], [b, second]) => first - second || a - b));
  return { places: [...keys.keys()], keyOf: (end) => keys.get(end) as number };
}

function inOrder(snapshot: GraphSnapshot, place: number, way: AnyWay): number[] {
  const ends = endsOf(snapshot, place, way);
  if (way.label === 'ReformItem') return snapshot.inOrder(ends);
  return ends.sort(byName(snapshot));
}

/** Puts places in the order of what their nodes sort by, and of their ids where that is the same. */
export const byName = (snapshot: GraphSnapshot): ((a: number, b: number) => number) => {
  const keyOf = (place: number): string => sortKeyOf(snapshot.node(place));
  return (a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) < keyOf(b) ? -1 : 1);
};

/** Lists as long as this are put in order once for each version of the graph. */
const KEPT_FROM = 100;
const longLists = perSnapshot(() => new Map<string, number[]>());

function keptInOrder(snapshot: GraphSnapshot, place: number, way: AnyWay): number[] {
  const lists = longLists(snapshot);
  const name = `${way.type} ${way.outward} ${way.label} ${place}`;
  const known = lists.get(name) ?? inOrder(snapshot, place, way);
  lists.set(name, known);
  return known;
}

const sortKeyOf = (node: AnyNode): string =>
  'position' in node ? node.position : 'pinyin' in node ? node.pinyin : node.id;
