import type { Step } from '../../snapshot/graph-snapshot.ts';
import type { Traversal } from '../relationship/traversal.ts';

/** How far nodes are from one end, as far as the search has come from there. */
class Side {
  readonly distances = new Map<number, number>();
  frontier: number[];
  depth = 0;
  readonly #traversal: Traversal;

  constructor(end: number, traversal: Traversal) {
    this.#traversal = traversal;
    this.distances.set(end, 0);
    this.frontier = [end];
  }

  /** Goes one step further from all nodes of the frontier that a way may pass. */
  expand(): void {
    const next: number[] = [];
    for (const place of this.frontier) {
      if (this.depth > 0 && !this.#traversal.passes(place)) continue;
      for (const { other } of this.#traversal.stepsFrom(place)) {
        if (this.distances.has(other)) continue;
        this.distances.set(other, this.depth + 1);
        next.push(other);
      }
    }
    this.frontier = next;
    this.depth += 1;
  }
}

/**
 * All shortest ways between two different nodes, each as its steps from `from` on; none where the nearest way is
 * longer than `maxLength`. They come ordered by their first steps (relationship type, direction, id), then by the next,
 * and so on; ask for as many as are wanted. Searches from both ends, the narrower one first.
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
    if (near.depth + far.depth === maxLength || near.frontier.length === 0 || far.frontier.length === 0)
      return;
    const [narrow, wide] = near.frontier.length <= far.frontier.length ? [near, far] : [far, near];
    narrow.expand();
    meeting = narrow.frontier.filter(
      (place) => wide.distances.get(place) === wide.depth && (wide.depth === 0 || traversal.passes(place)),
    );
  }
  const length = near.depth + far.depth;
  const leading = leadingTo(meeting, near, traversal);
  const leads = ({ other }: Step, depth: number): boolean =>
    depth <= near.depth
      ? leading.has(other) && near.distances.get(other) === depth
      : far.distances.get(other) === length - depth && (depth === length || traversal.passes(other));
  yield* walk(traversal, from, length, leads);
}

/** The nodes between the near end and the meeting places that are on a shortest way, those included. */
function leadingTo(meeting: readonly number[], near: Side, traversal: Traversal): Set<number> {
  const leading = new Set(meeting);
  let layer = meeting;
  for (let depth = near.depth - 1; depth > 0; depth -= 1) {
    const before: number[] = [];
    for (const place of layer) {
      for (const { other } of traversal.stepsFrom(place)) {
        if (near.distances.get(other) !== depth || leading.has(other) || !traversal.passes(other)) continue;
        leading.add(other);
        before.push(other);
      }
    }
    layer = before;
  }
  return leading;
}

/** Every walk of `length` steps that `leads` lets go on, first steps first. */
function* walk(
  traversal: Traversal,
  from: number,
  length: number,
  leads: (step: Step, depth: number) => boolean,
): Generator<Step[]> {
  const steps: Step[] = [];
  function* goOn(place: number): Generator<Step[]> {
    if (steps.length === length) {
      yield [...steps];
      return;
    }
    for (const step of traversal.stepsFrom(place)) {
      if (!leads(step, steps.length + 1)) continue;
      steps.push(step);
      yield* goOn(step.other);
      steps.pop();
    }
  }
  yield* goOn(from);
}
