import type { AgencyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { type CoOwners, coOwnersOf, toCoOwnership } from '../co-ownership/pairs.ts';
import { NetworkMeasures } from './measures.ts';

/** An agency and its values in the network. Measures are computed on demand. */
export interface NetworkMember {
  readonly nodeIndex: number;
  readonly agency: AgencyNode;
  readonly reformItemCount: number;
  readonly degree: number;
  readonly weightedDegree: number;
  readonly network: AgencyNetworkGraph;
}

/**
 * The network of agencies that share reform items: every agency with any of the items, and every pair with a shared
 * item.
 */
export class AgencyNetworkGraph {
  readonly measures: NetworkMeasures;
  /** Most shared items first, then most other agencies, then by id. */
  readonly members: readonly NetworkMember[];
  readonly #snapshot: GraphSnapshot;
  readonly #owners: CoOwners;
  /** The first links, created on demand and shared by all requests. */
  readonly #links: ReturnType<typeof toCoOwnership>[] = [];

  /** @param items node indexes of reform items, in order of position */
  constructor(snapshot: GraphSnapshot, items: readonly number[]) {
    this.#snapshot = snapshot;
    this.#owners = coOwnersOf(snapshot, items);
    const { itemsOf, pairs } = this.#owners;
    const nodeIndexes = [...itemsOf.keys()].sort((x, y) => x - y);
    const links = pairs.map(({ a, b, items: shared }) => ({ a, b, weight: shared.length }));
    this.measures = new NetworkMeasures(nodeIndexes, links);
    const ends = new Map(nodeIndexes.map((nodeIndex) => [nodeIndex, { degree: 0, weightedDegree: 0 }]));
    for (const { a, b, weight } of links) {
      for (const end of [ends.get(a), ends.get(b)]) {
        if (end === undefined) continue;
        end.degree += 1;
        end.weightedDegree += weight;
      }
    }
    this.members = [...ends]
      .map(([nodeIndex, degrees]) => ({
        ...degrees,
        nodeIndex,
        agency: snapshot.nodeOf('Agency', nodeIndex),
        reformItemCount: itemsOf.get(nodeIndex)?.length ?? 0,
        network: this,
      }))
      .sort(
        (x, y) => y.weightedDegree - x.weightedDegree || y.degree - x.degree || x.nodeIndex - y.nodeIndex,
      );
  }

  get linkCount(): number {
    return this.#owners.pairs.length;
  }

  links(first: number): readonly ReturnType<typeof toCoOwnership>[] {
    const { pairs } = this.#owners;
    for (const pair of pairs.slice(this.#links.length, first))
      this.#links.push(toCoOwnership(this.#snapshot, pair));
    return this.#links.slice(0, first);
  }
}
