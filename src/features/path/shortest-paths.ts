import { groupBy } from '../../domain/group-by.ts';
import type { Step } from '../../snapshot/graph-snapshot.ts';
import { reversed, type StepCodes } from '../../snapshot/storage/step-codes.ts';
import type { Traversal } from '../relationship/traversal.ts';

/** A step with a step code from one node to another. */
interface Link {
  readonly from: number;
  readonly code: number;
  readonly to: number;
}

/** A search from one end, level by level. */
class Side {
  readonly distances = new Map<number, number>();
  frontier: number[];
  depth = 0;
  /** By node: the steps that first reached it, seen from the nearer node. */
  readonly #arrivals = new Map<number, Link[]>();
  readonly #traversal: Traversal;

  constructor(end: number, traversal: Traversal) {
    this.#traversal = traversal;
    this.distances.set(end, 0);
    this.frontier = [end];
  }

  /** Goes one step further from all frontier nodes that a path may pass. */
  expand(): void {
    const { snapshot, allows, passes } = this.#traversal;
    const next: number[] = [];
    const depth = this.depth + 1;
    for (const from of this.frontier) {
      if (depth > 1 && !passes(from)) continue;
      snapshot.eachStep(from, (code, to) => {
        if (!allows(code)) return;
        const known = this.distances.get(to);
        if (known === undefined) {
          this.distances.set(to, depth);
          this.#arrivals.set(to, [{ from, code, to }]);
          next.push(to);
        } else if (known === depth) this.#arrivals.get(to)?.push({ from, code, to });
      });
    }
    this.frontier = next;
    this.depth = depth;
  }

  /** The steps on all shortest paths from the end to the given nodes. */
  linksTo(nodes: readonly number[]): Link[] {
    const links: Link[] = [];
    const seen = new Set(nodes);
    const waiting = [...nodes];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const link of this.#arrivals.get(node) ?? []) {
        links.push(link);
        if (seen.has(link.from)) continue;
        seen.add(link.from);
        waiting.push(link.from);
      }
    }
    return links;
  }
}

/**
 * All shortest paths between two different nodes, each as its steps from `from` on; none if the shortest is longer than
 * `maxLength`. They are ordered by their first steps (relationship type, direction, id), then by the next, and so on.
 * The caller takes as many as it wants. Searches from both ends, the one with the smaller frontier first.
 */
export function* shortestPaths(
  traversal: Traversal,
  from: number,
  to: number,
  maxLength: number,
): Generator<Step[]> {
  const [near, far] = [new Side(from, traversal), new Side(to, traversal)];
  let meeting: number[] = [];
  while (meeting.length === 0) {
    const spent = near.depth + far.depth === maxLength;
    if (spent || near.frontier.length === 0 || far.frontier.length === 0) return;
    const [narrow, wide] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    narrow.expand();
    meeting = narrow.frontier.filter(
      (nodeIndex) =>
        wide.distances.get(nodeIndex) === wide.depth && (wide.depth === 0 || traversal.passes(nodeIndex)),
    );
  }
  const backwards = far
    .linksTo(meeting)
    .map((link): Link => ({ from: link.to, code: reversed(link.code), to: link.from }));
  const { codes } = traversal.snapshot;
  yield* walk(codes, forks([...near.linksTo(meeting), ...backwards]), from, to);
}

/** The outgoing steps of each node, in order. */
function forks(links: readonly Link[]): Map<number, Link[]> {
  const onward = groupBy(links, ({ from }) => from);
  for (const steps of onward.values()) steps.sort((a, b) => a.code - b.code || a.to - b.to);
  return onward;
}

/** Every path to the end over these steps, ordered by first steps. All steps lead to the end. */
function* walk(
  codes: StepCodes,
  onward: ReadonlyMap<number, readonly Link[]>,
  from: number,
  end: number,
  before: readonly Step[] = [],
): Generator<Step[]> {
  if (from === end) {
    yield [...before];
    return;
  }
  for (const { code, to } of onward.get(from) ?? []) {
    yield* walk(codes, onward, to, end, [...before, { ...codes.kindOf(code), other: to }]);
  }
}
