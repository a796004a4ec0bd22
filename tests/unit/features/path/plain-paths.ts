import { type RelationshipType, relationshipTypes } from '../../../../src/domain/model.ts';
import { shortestPaths } from '../../../../src/features/path/shortest-paths.ts';
import { traversal } from '../../../../src/features/relationship/traversal.ts';
import { byText, type PlainGraph, plainSnapshot } from '../../../support/random-graphs.ts';
import { indexOf } from '../../../support/snapshots.ts';

export interface PlainStep {
  readonly type: RelationshipType;
  readonly outward: boolean;
  readonly to: string;
}

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly through: readonly RelationshipType[] | null;
}

const isHub = (id: string): boolean => id.startsWith('Region:') || id.startsWith('Batch:');

/** Both directions of every allowed relationship. */
const stepsFrom = ({ links }: PlainGraph, id: string, through: Question['through']): PlainStep[] =>
  links
    .filter(({ type }) => through === null || through.includes(type))
    .flatMap(({ type, from, to }) => [
      ...(from === id ? [{ type, outward: true, to }] : []),
      ...(to === id ? [{ type, outward: false, to: from }] : []),
    ]);

const inOrder = (a: readonly PlainStep[], b: readonly PlainStep[]): number => {
  const at = a.findIndex((step, index) => JSON.stringify(step) !== JSON.stringify(b[index]));
  const [x, y] = [a[at], b[at]];
  if (x === undefined || y === undefined) return 0;
  const rank = ({ type, outward }: PlainStep): number =>
    relationshipTypes.indexOf(type) * 2 + (outward ? 0 : 1);
  return rank(x) - rank(y) || byText(x.to, y.to);
};

/** Extends every path without repeated nodes, one length at a time, until some paths reach the end. */
export function plainShortestPaths(
  graph: PlainGraph,
  { from, to, maxLength, through }: Question,
): PlainStep[][] {
  let ways: PlainStep[][] = [[]];
  for (let length = 1; length <= maxLength; length += 1) {
    ways = ways.flatMap((way) => {
      const end = way.at(-1)?.to ?? from;
      if (end !== from && through === null && isHub(end)) return [];
      return stepsFrom(graph, end, through)
        .filter((step) => step.to !== from && way.every((before) => before.to !== step.to))
        .map((step) => [...way, step]);
    });
    const arrived = ways.filter((way) => way.at(-1)?.to === to);
    if (arrived.length > 0) return arrived.sort(inOrder);
  }
  return [];
}

/** The paths that the program finds, in the same form. */
export function programPaths(graph: PlainGraph, { from, to, maxLength, through }: Question): PlainStep[][] {
  const snapshot = plainSnapshot(graph);
  const [start, end] = [indexOf(snapshot, from), indexOf(snapshot, to)];
  return [...shortestPaths(traversal(snapshot, through), start, end, maxLength)].map((steps) =>
    steps.map(({ type, outward, other }) => ({ type, outward, to: snapshot.node(other).id })),
  );
}
