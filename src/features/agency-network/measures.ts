import { UndirectedGraph } from 'graphology';
import { betweennessCentrality, closenessCentrality, louvain, pagerank } from './graphology.ts';
import { seededRandom } from './seeded-random.ts';

/** An undirected link between two nodes. */
export interface WeightedLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** The number of runs of the community search. The division with the highest modularity wins. */
const COMMUNITY_RUNS = 10;
const PAGE_RANK = { alpha: 0.85, tolerance: 1e-12, maxIterations: 1000, getEdgeWeight: 'weight' } as const;

export type MeasureName = 'betweenness' | 'closeness' | 'pageRank' | 'components' | 'communities';

type Run = ReturnType<typeof louvain.detailed>;

/**
 * Measures of an undirected weighted graph, each computed once, on first use. The same nodes and links in the same
 * order give the same values, communities included. Equal to the values of networkx (see
 * tests/fixtures/network/make.py).
 */
export class NetworkMeasures {
  readonly #graph = new UndirectedGraph<Record<string, never>, { weight: number }>();
  readonly #known = new Map<string, ReadonlyMap<number, number>>();
  /** The divisions into communities computed so far, each with a different seed. */
  readonly #runs: Run[] = [];

  constructor(nodes: readonly number[], links: readonly WeightedLink[]) {
    for (const node of nodes) this.#graph.addNode(node);
    for (const { a, b, weight } of links) this.#graph.addEdge(a, b, { weight });
  }

  /** Links divided by possible links, 0 to 1; 0 for a graph of one node. */
  get density(): number {
    const { order, size } = this.#graph;
    return order < 2 ? 0 : (2 * size) / (order * (order - 1));
  }

  /**
   * A node's share of the shortest paths between other nodes, averaged over all pairs of others: 0 to 1. Ignores
   * weights.
   */
  get betweenness(): ReadonlyMap<number, number> {
    return this.#once('betweenness', () => betweennessCentrality(this.#graph, { getEdgeWeight: null }));
  }

  /** The closeness of a node to all nodes it reaches, scaled by their number (Wasserman and Faust): 0 to 1. */
  get closeness(): ReadonlyMap<number, number> {
    return this.#once('closeness', () => closenessCentrality(this.#graph, { wassermanFaust: true }));
  }

  /**
   * The share of time that a random walk spends at a node. The walk chooses links by weight. The sum over all nodes is
   * 1.
   */
  get pageRank(): ReadonlyMap<number, number> {
    return this.#once('pageRank', () => pagerank(this.#graph, PAGE_RANK));
  }

  /** The connected component of each node, numbered from 1, the largest first. */
  get components(): ReadonlyMap<number, number> {
    return this.#once('components', () => numbered(this.#graph.nodes(), componentsOf(this.#graph)));
  }

  /** The community of each node (Louvain), numbered from 1, the largest first. */
  get communities(): ReadonlyMap<number, number> {
    return this.#once('communities', () => numbered(this.#graph.nodes(), this.#divide()));
  }

  /** Whether a measure is already computed. */
  knows(name: MeasureName): boolean {
    return this.#known.has(name);
  }

  /** Computes a measure and yields between steps. Afterwards its getter returns the cached values. */
  *pieces(name: MeasureName): Generator<void> {
    if (name === 'communities' && this.#graph.size > 0)
      while (this.#runs.length < COMMUNITY_RUNS) {
        this.#runs.push(this.#run(this.#runs.length + 1));
        yield;
      }
    void this[name];
  }

  #divide(): Record<string, number> {
    if (this.#graph.size === 0)
      return Object.fromEntries(this.#graph.nodes().map((node, index) => [node, index]));
    while (this.#runs.length < COMMUNITY_RUNS) this.#runs.push(this.#run(this.#runs.length + 1));
    return this.#runs.reduce((best, run) => (run.modularity > best.modularity ? run : best)).communities;
  }

  #run(seed: number): Run {
    return louvain.detailed(this.#graph, { getEdgeWeight: 'weight', rng: seededRandom(seed) });
  }

  #once(name: string, work: () => Record<string, number>): ReadonlyMap<number, number> {
    const known =
      this.#known.get(name) ??
      new Map(
        this.#graph.order === 0 ? [] : Object.entries(work()).map(([node, value]) => [Number(node), value]),
      );
    this.#known.set(name, known);
    return known;
  }
}

function componentsOf(graph: UndirectedGraph): Record<string, number> {
  const component: Record<string, number> = {};
  for (const [index, start] of graph.nodes().entries()) {
    if (component[start] !== undefined) continue;
    component[start] = index;
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const neighbour of graph.neighbors(node)) {
        if (component[neighbour] !== undefined) continue;
        component[neighbour] = index;
        waiting.push(neighbour);
      }
    }
  }
  return component;
}

/** Renumbers groups: 1 is the largest; groups of equal size follow the order of their first nodes. */
function numbered(
  nodes: readonly string[],
  groupOf: Readonly<Record<string, number>>,
): Record<string, number> {
  const sizes = new Map<number, number>();
  for (const node of nodes) {
    const group = groupOf[node] as number;
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const largestFirst = [...sizes].sort(([, a], [, b]) => b - a).map(([group]) => group);
  const numbers = new Map(largestFirst.map((group, index) => [group, index + 1]));
  return Object.fromEntries(nodes.map((node) => [node, numbers.get(groupOf[node] as number) as number]));
}
