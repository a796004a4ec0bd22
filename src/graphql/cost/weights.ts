import type { GraphStatistics } from './graph-statistics.ts';

/** The time for a piece of work, in milliseconds: a fixed part, and a part for each 1,000 reform items. */
interface Weight {
  readonly call: number;
  readonly thousandItems: number;
}

/** Fitted to the measurements of `npm run bench:weights` at 43 and at 10,000 items. */
export const WEIGHTS = {
  similarItems: { call: 0.2, thousandItems: 0.5 },
  similarAgencies: { call: 0.12, thousandItems: 0.13 },
  searchWord: { call: 0.15, thousandItems: 0.05 },
  searchNode: { call: 0.004, thousandItems: 0 },
  spelledWord: { call: 0.1, thousandItems: 1 },
  highlights: { call: 0.015, thousandItems: 0 },
  filter: { call: 0.05, thousandItems: 0.2 },
  filterText: { call: 0.05, thousandItems: 0.8 },
  filterWord: { call: 0, thousandItems: 0.1 },
  factFilter: { call: 0.05, thousandItems: 4.5 },
  network: { call: 0.3, thousandItems: 1.8 },
  betweenness: { call: 0.5, thousandItems: 1.4 },
  closeness: { call: 0.25, thousandItems: 0.7 },
  pageRank: { call: 1, thousandItems: 0.5 },
  components: { call: 0.02, thousandItems: 0.05 },
  communities: { call: 1, thousandItems: 0.6 },
  pairs: { call: 0.15, thousandItems: 1.7 },
  table: { call: 0.3, thousandItems: 2 },
  tableCells: { call: 0.5, thousandItems: 0.5 },
  facet: { call: 0.08, thousandItems: 0.4 },
  comparison: { call: 0.13, thousandItems: 0.1 },
  neighbourhood: { call: 0.8, thousandItems: 1.8 },
  paths: { call: 0.2, thousandItems: 0.05 },
  figures: { call: 0.1, thousandItems: 4 },
  suggestions: { call: 1, thousandItems: 8 },
  unmatched: { call: 0.7, thousandItems: 4 },
} as const satisfies Record<string, Weight>;

export type Work = keyof typeof WEIGHTS;

/**
 * The time to count the ends of a path, such as from a theme through its items to agencies, in milliseconds: for each
 * start node, and for each 1,000 path instances of the start nodes.
 */
export const WAYS = { call: 0.02, thousand: 0.33 } as const;

/** The time for a piece of work on a graph, in milliseconds. */
export function weightOf(work: Work, statistics: GraphStatistics): number {
  const { call, thousandItems } = WEIGHTS[work];
  return call + (thousandItems * statistics.nodes('ReformItem')) / 1000;
}
