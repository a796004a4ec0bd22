import { labelOf, type PlainGraph, type PlainStep } from './plain-graph.ts';
import type { PathQuestion } from './random-questions.ts';

/** The first `most` of all shortest paths, in the order of their steps. */
export function plainPaths(
  graph: PlainGraph,
  { from, to, through, maxLength }: PathQuestion,
  most: number,
): PlainStep[][] {
  const stepsFrom = new Map(
    graph.nodes.map(({ id }) => [id, graph.steps(id).filter(({ type }) => through?.includes(type) ?? true)]),
  );
  const passes = (id: string): boolean => through !== null || !['Region', 'Batch'].includes(labelOf(id));
  /** For each length, the nodes with a path of exactly this length to the end. */
  const reaching = [new Set([to])];
  while (!reaching.at(-1)?.has(from)) {
    const nearer = reaching.at(-1) as Set<string>;
    if (reaching.length > maxLength) return [];
    const next = graph.nodes
      .map(({ id }) => id)
      .filter((id) => id !== to && (id === from || passes(id)))
      .filter((id) => stepsFrom.get(id)?.some(({ other }) => nearer.has(other)));
    reaching.push(new Set(next));
  }
  let ways: { readonly at: string; readonly steps: PlainStep[] }[] = [{ at: from, steps: [] }];
  for (const ahead of reaching.slice(0, -1).reverse()) {
    ways = ways.flatMap(({ at, steps }) =>
      (stepsFrom.get(at) ?? [])
        .filter(({ other }) => ahead.has(other))
        .map((step) => ({ at: step.other, steps: [...steps, step] })),
    );
  }
  return ways.slice(0, most).map(({ steps }) => steps);
}
