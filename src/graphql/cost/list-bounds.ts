import { type Label, labels, type RelationshipType } from '../../domain/model.ts';
import type { Degrees } from './degrees.ts';
import { type AnyRelation, type GraphStatistics, type Path, reversed } from './graph-statistics.ts';
import { anyOf, type Occurrences } from './occurrences.ts';
import { sum } from './sum.ts';

/**
 * What bounds a list of each of some objects.
 * @param parents the objects that have such a list
 * @param size    how long each list may be as it is asked for; infinite where nothing is said
 * @returns what all the lists together have
 */
export type ListBound = (parents: Occurrences, size: number, statistics: GraphStatistics) => Occurrences;

/** At most so many in each list, whatever they are. */
export const atMost =
  (most: number): ListBound =>
  ({ count }, size) => ({ ...anyOf(count * Math.min(size, most)), lists: count });

/** Nodes of the labels, each once in a list. */
export const nodesOf =
  (...of: readonly Label[]): ListBound =>
  ({ count }, size, statistics) => {
    const each = Math.min(size, sum(of.map((label) => statistics.nodes(label))));
    return { ...anyOf(count * each), repeats: count, nodeRepeats: count, lists: count };
  };

/** No more than so many of a list that takes no size, or takes a larger one. */
export const upTo =
  (most: number, bound: ListBound): ListBound =>
  (parents, size, statistics) =>
    bound(parents, Math.min(size, most), statistics);

/** Nodes of any label, each once in a list. */
export const anyNodes: ListBound = nodesOf(...labels);

/** Relationships of any type, each once in a list. */
export const anyRelationships: ListBound = ({ count }, size, statistics) => ({
  ...anyOf(count * Math.min(size, statistics.relationships())),
  repeats: count,
  lists: count,
});

/** What the parents' lists have together where each parent has its own, and no more of it than `degrees` tells. */
function mostOf({ count, repeats }: Occurrences, degrees: Degrees, each: number): number {
  if (count === 0) return 0;
  return Math.min(count, repeats) * degrees.most(Math.ceil(count / Math.max(1, repeats)), each);
}

/**
 * The nodes that a relation of the parent leads to, or a path of relations; each once in a list.
 * @param from the label that the path starts at, where the parent is no node
 */
export const along = (path: AnyRelation | Path, from?: Label): ListBound =>
  alongAny([Array.isArray(path) ? path : [path as AnyRelation]], from);

/** The nodes that any of the paths leads to, each once in a list. */
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
    // One that is no node has no ends of its own, and the same node may stand for any of them.
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

/** The spans of text that prove the parent, which is a relationship of the type or one end of a single one. */
export const spansOf =
  (type?: RelationshipType): ListBound =>
  (parents, _size, statistics) => ({
    ...anyOf(mostOf(parents, statistics.spans(type), Number.POSITIVE_INFINITY)),
    lists: parents.count,
  });

/** The same where the parent is an edge that stands for all relationships of the type that an item at its end has. */
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

/** A value of the parent's property that is a list. */
export const valuesOf =
  (property: string): ListBound =>
  (parents, size, statistics) => {
    if (parents.label === undefined) throw new TypeError(`what has ${property} is a node`);
    const degrees = statistics.values(parents.label, property);
    return { ...anyOf(mostOf(parents, degrees, size)), lists: parents.count };
  };

/** Pairs of different ends that reform items have of a relation, and the items of each as its members. */
export function pairsOf(relation: AnyRelation): ListBound {
  const ends = [[relation]];
  return ({ count }, size, statistics) => {
    const single = statistics.degrees('ReformItem', ends).most(statistics.nodes('ReformItem'));
    const members = (statistics.pairs(ends, ends) - single) / 2;
    const each = Math.min(size, members);
    return { ...anyOf(count * each), repeats: count, nodeRepeats: count, lists: count, members };
  };
}

/** Pairs of an end of the one and an end of the other that some reform item has, and those items as its members. */
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

/** Pairs of a node of the one label and one of the other, of which no item has both. At most `most` of either. */
export const gridOf =
  (one: Label, other: Label, most: number): ListBound =>
  ({ count }, size, statistics) => {
    const cells = Math.min(most, statistics.nodes(one)) * Math.min(most, statistics.nodes(other));
    return { ...anyOf(count * Math.min(size, cells)), lists: count, members: 0 };
  };

/** The reform items that each parent, a group of them, stands for. */
export const membersOfGroup: ListBound = (parents, size, statistics) => {
  const each = Math.min(size, statistics.nodes('ReformItem'));
  return {
    ...anyOf(Math.min(parents.count * each, parents.repeats * parents.members)),
    lists: parents.count,
  };
};

/** A bound that depends on the arguments of the field that gave the parent. */
export const asArgumentsSay =
  (bound: (args: Readonly<Record<string, unknown>>) => ListBound): ListBound =>
  (parents, size, statistics) =>
    bound(parents.args)(parents, size, statistics);
