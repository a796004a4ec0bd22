import type { PlainGraph } from './plain-graph.ts';
import { type PlainPair, plainPairs } from './plain-pairs.ts';

/** The distance from one node to each other node, and the number of shortest paths; unreachable nodes are absent. */
type Reach = ReadonlyMap<string, { readonly distance: number; readonly ways: number }>;

/** The network of the agencies that have any of the items: each node's measures, computed from their definitions. */
export function plainNetwork(graph: PlainGraph, items: readonly string[]) {
  const pairs = plainPairs(graph, items);
  const countOf = (agency: string): number =>
    items.filter((item) => graph.to(item, 'RESPONSIBLE_FOR').includes(agency)).length;
  const agencies = graph.ofLabel('Agency').filter((agency) => countOf(agency) > 0);
  const reach = new Map(agencies.map((agency) => [agency, reachFrom(agency, pairs)]));
  const components = componentsOf(agencies, reach);
  const possible = (agencies.length * (agencies.length - 1)) / 2;
  return {
    density: possible === 0 ? 0 : pairs.length / possible,
    components: components.length,
    links: pairs.length,
    members: agencies
      .map((agency) => {
        const own = pairs.filter(({ a, b }) => a === agency || b === agency);
        return {
          agency,
          reformItemCount: countOf(agency),
          degree: own.length,
          weightedDegree: own.map((pair) => pair.items.length).reduce((sum, shared) => sum + shared, 0),
          component: components.findIndex((members) => members.includes(agency)) + 1,
          betweenness: betweennessOf(agency, agencies, reach),
          closeness: closenessOf(reach.get(agency) as Reach, agencies.length),
        };
      })
      .sort((x, y) => y.weightedDegree - x.weightedDegree || y.degree - x.degree),
  };
}

function reachFrom(start: string, pairs: readonly PlainPair[]): Reach {
  const reach = new Map([[start, { distance: 0, ways: 1 }]]);
  let layer = [start];
  for (let distance = 1; layer.length > 0; distance += 1) {
    const next = new Map<string, { distance: number; ways: number }>();
    for (const near of layer) {
      for (const { a, b } of pairs.filter((pair) => pair.a === near || pair.b === near)) {
        const other = a === near ? b : a;
        if (reach.has(other)) continue;
        const ways = (reach.get(near)?.ways ?? 0) + (next.get(other)?.ways ?? 0);
        next.set(other, { distance, ways });
      }
    }
    for (const [other, found] of next) reach.set(other, found);
    layer = [...next.keys()];
  }
  return reach;
}

/** Sorted by size, largest first; ties by first member. */
const componentsOf = (agencies: readonly string[], reach: ReadonlyMap<string, Reach>): string[][] =>
  agencies
    .map((agency) => agencies.filter((other) => reach.get(agency)?.has(other)))
    .filter(([first], index) => first === agencies[index])
    .sort((x, y) => y.length - x.length);

/** The share of the shortest paths between two others that pass through the agency, averaged over all pairs. */
function betweennessOf(
  agency: string,
  agencies: readonly string[],
  reach: ReadonlyMap<string, Reach>,
): number {
  const others = agencies.filter((other) => other !== agency);
  const shares = others.flatMap((s) =>
    others
      .filter((t) => s < t)
      .map((t) => {
        const [whole, first, second] = [
          reach.get(s)?.get(t),
          reach.get(s)?.get(agency),
          reach.get(agency)?.get(t),
        ];
        if (!whole || !first || !second || first.distance + second.distance > whole.distance) return 0;
        return (first.ways * second.ways) / whole.ways;
      }),
  );
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The number of reached nodes divided by the sum of their distances, times their share of all other nodes. */
function closenessOf(reach: Reach, order: number): number {
  const reached = reach.size - 1;
  if (reached === 0) return 0;
  const sum = [...reach.values()].reduce((total, { distance }) => total + distance, 0);
  return (reached / sum) * (reached / (order - 1));
}
