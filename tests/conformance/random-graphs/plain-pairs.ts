import type { PlainGraph } from './plain-graph.ts';

export interface PlainPair {
  readonly a: string;
  readonly b: string;
  /** Shared items, by position. */
  readonly items: readonly string[];
  /** The number of items that at least one of the two has. */
  readonly either: number;
}

/** All pairs of agencies that share any of the items: most shared items first, then by ids. */
export function plainPairs(graph: PlainGraph, items: readonly string[]): PlainPair[] {
  const agencies = graph.ofLabel('Agency');
  const has = (agency: string, item: string): boolean => graph.to(item, 'RESPONSIBLE_FOR').includes(agency);
  const itemsOf = new Map(agencies.map((agency) => [agency, items.filter((item) => has(agency, item))]));
  return agencies
    .flatMap((a) => agencies.filter((b) => a < b).map((b) => [a, b] as const))
    .map(([a, b]): PlainPair => {
      const [left, right] = [itemsOf.get(a) ?? [], itemsOf.get(b) ?? []];
      return {
        a,
        b,
        items: left.filter((item) => right.includes(item)),
        either: new Set([...left, ...right]).size,
      };
    })
    .filter((pair) => pair.items.length > 0)
    .sort((x, y) => y.items.length - x.items.length);
}
