import { type Label, labels, type RelationshipType } from '../../domain/model.ts';
import type { Degrees } from './degrees.ts';
import { type AnyRelation, type GraphStatistics, type Path, reversed } from './graph-statistics.ts';
import { anyOf, type Occurrences } from './occurrences.ts';
import { sum } from './sum.ts';

/**
 * The upper bound of a list that each of some objects has.
 * @param parents the objects that have such a list
 * @param size    the requested maximum length of each list; infinite if the request has none
 * @returns the bound for all lists together
 */
export type ListBound = (parents: Occurrences, size: number, statistics: GraphStatistics) => Occurrences;

/** At most this number in each list, of any kind. */
export const atMost =
  (most: number): ListBound =>
  ({ count }, size) => ({ ...anyOf(count * Math.min(size, most)), lists: count });

/** Nodes of the labels, each at most once in a list. */
export const nodesOf =
  (...of: readonly Label[]): ListBound =>
  ({ count }, size, statistics) => {
    const each = Math.min(size, sum(of.map((label) => statistics.nodes(label))));
    return { ...anyOf(count * each), repeats: count, nodeRepeats: count, lists: count };
  };

/** At most this number in a list that takes no size or a larger size. */
export const upTo =
  (most: number, bound: ListBound): ListBound =>
  (parents, size, statistics) =>
    bound(parents, Math.min(size, most), statistics);

/** Nodes of any label, each at most once in a list. */
export const anyNodes: ListBound = nodesOf(...labels);

/** Relationships of any type, each at most once in a list. */
export const anyRelationships: ListBound = ({ count }, size, statistics) => ({
  ...anyOf(count * Math.min(size, statistics.relationships())),
  repeats: count,
  lists: count,
});

/** The total length of the parents' lists, if each parent has its own list and `degrees` bounds its length. */
function mostOf({ count, repeats }: Occurrences, degrees: Degrees, each: number): number {
  if (count === 0) return 0;
  return Math.min(count, repeats) * degrees.most(Math.ceil(count / Math.max(1, repeats)), each);
}

/**
 * The nodes at the end of a relation or path of the parent, each at most once in a list.
 * @param from the label at which the path starts, if the parent is not a node
 */
export const along = (path: AnyRelation | Path, from?: Label): ListBound =>
  alongAny([Array.isArray(path) ? path : [path as AnyRelation]], from);

/** The nodes at the end of any of the paths, each at most once in a list. */
export function alongAny(paths: readonly Path[], from?: Label): ListBound {
  const end = paths[0]?.at(-1)?.label;
  if (end === undefined) throw new TypeError('a path ends at a label');
  const backwards = new Map<Label, readonly Path[]>();
  return (parents, size, statistics) => {
    const { count, label } = parents;
    const start = label ?? from;
    if (start === undefined) throw new TypeError('a path starts at a label');
    const back = backwards.get(start) ?? paths.map((path) => backward(path, start));
    backwards.set(start, back);
    const each = Math.min(size, statistics.nodes(end));
    // A parent that is not a node has no ends of its own. All such parents may stand for the same node.
    const own = label === undefined ? { ...parents, repeats: count } : parents;
    const degrees = statistics.degrees(start, paths);
    const starts = Math.ceil(count / Math.max(1, own.repeats));
    return {
      ...anyOf(mostOf(own, degrees, each)),
      repeats: own.repeats,
      nodeRepeats: Math.min(count, own.repeats * statistics.degrees(end, back).greatest),
      lists: count,
      members: degrees.most(starts),
      likelyMembers: degrees.likely(starts),
    };
  };
}

const backward = (path: Path, start: Label): Path =>
  path.map((relation, at) => reversed(relation, path[at - 1]?.label ?? start)).reverse();

/** The text spans that prove the parent. The parent is a relationship of the type, or an edge for exactly one. */
export const spansOf =
  (type?: RelationshipType): ListBound =>
  (parents, _size, statistics) => ({
    ...anyOf(mostOf(parents, statistics.spans(type), Number.POSITIVE_INFINITY)),
    lists: parents.count,
  });

/** The same, if the parent is an edge that stands for all relationships of the type that the item at its end has. */
export const spansOfItem =
  (type: RelationshipType): ListBound =>
  ({ count, nodeRepeats }, _size, statistics) => ({
    ...anyOf(
      mostOf(
        { ...anyOf(count), repeats: nodeRepeats },
        statistics.spansOfItems(type),
        Number.POSITIVE_INFINITY,
      ),
    ),
    lists: count,
  });

/** The values of a list property of the parent. */
export const valuesOf =
  (property: string): ListBound =>
  (parents, size, statistics) => {
    if (parents.label === undefined) throw new TypeError(`what has ${property} is a node`);
    const degrees = statistics.values(parents.label, property);
    return { ...anyOf(mostOf(parents, degrees, size)), lists: parents.count };
  };

/** Pairs of different ends that reform items have for a relation. The items of each pair are its members. */
export function pairsOf(relation: AnyRelation): ListBound {
  const ends = [[relation]];
  return ({ count }, size, statistics) => {
    const single = statistics.degrees('ReformItem', ends).most(statistics.nodes('ReformItem'));
    const members = (statistics.pairs(ends, ends) - single) / 2;
    const each = Math.min(size, members);
    return { ...anyOf(count * each), repeats: count, nodeRepeats: count, lists: count, members };
  };
}

/** Pairs of an end of `one` and an end of `other` that belong to the same reform item. Those items are the members. */
export const cellsOf =
  (one: readonly Path[], other: readonly Path[]): ListBound =>
  ({ count }, size, statistics) => {
    const members = statistics.pairs(one, other);
    return {
      ...anyOf(count * Math.min(size, members)),
      repeats: count,
      nodeRepeats: count,
      lists: count,
      members,
    };
  };

/** Pairs of a node of each label that no item has together. At most `most` nodes of each label. */
export const gridOf =
  (one: Label, other: Label, most: number): ListBound =>
  ({ count }, size, statistics) => {
    const cells = Math.min(most, statistics.nodes(one)) * Math.min(most, statistics.nodes(other));
    return { ...anyOf(count * Math.min(size, cells)), lists: count, members: 0 };
  };

/** The reform items of each parent, which is a group of them. */
export const membersOfGroup: ListBound = (parents, size, statistics) => {
  const each = Math.min(size, statistics.nodes('ReformItem'));
  return {
    ...anyOf(Math.min(parents.count * each, parents.repeats * parents.members)),
    lists: parents.count,
  };
};

/** A bound that depends on the arguments of the field that returned the parent. */
export const asArgumentsSay =
  (bound: (args: Readonly<Record<string, unknown>>) => ListBound): ListBound =>
  (parents, size, statistics) =>
    bound(parents.args)(parents, size, statistics);
