import { type Label, labels, type RelationshipType, relationshipTypes } from '../domain/model.ts';
import { labelOf, type NodeId } from '../domain/node-id.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';

/** A relationship as its two ends' places in `nodes`, from → to. */
export interface SnapshotLink {
  readonly type: RelationshipType;
  readonly from: number;
  readonly to: number;
}

/** One step from a node: along a relationship's direction or against it. */
export interface Step {
  readonly type: RelationshipType;
  readonly outward: boolean;
  readonly other: number;
}

/** Steps sort by relationship type as the model lists them, outward before inward. */
const stepCode = (type: RelationshipType, outward: boolean): number =>
  relationshipTypes.indexOf(type) * 2 + (outward ? 0 : 1);
const STEPS = relationshipTypes.flatMap((type) => [
  { type, outward: true },
  { type, outward: false },
]);

/**
 * The whole graph at one version, in memory: every node, and who is linked to whom, without what edges carry.
 * Nodes are known by their place in `nodes`, which is ascending by id; all that is told of them comes in an order
 * that depends on nothing else, so that both engines give the same.
 */
export class GraphSnapshot {
  readonly version: number;
  readonly nodes: readonly AnyNode[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #byLabel: Readonly<Record<Label, readonly number[]>>;
  /** Compressed rows: the steps of node n are those from starts[n] to starts[n + 1]. */
  readonly #starts: Uint32Array;
  readonly #codes: Uint8Array;
  readonly #others: Uint32Array;

  /** @param nodes ascending by id, each once */
  constructor(version: number, nodes: readonly AnyNode[], links: readonly SnapshotLink[]) {
    this.version = version;
    this.nodes = nodes;
    this.#places = new Map(nodes.map((node, place) => [node.id, place]));
    this.#byLabel = placesByLabel(nodes);
    this.#starts = new Uint32Array(nodes.length + 1);
    for (const { from, to } of links) {
      this.#starts[from + 1] = (this.#starts[from + 1] as number) + 1;
      this.#starts[to + 1] = (this.#starts[to + 1] as number) + 1;
    }
    for (let place = 0; place < nodes.length; place += 1) {
      this.#starts[place + 1] = (this.#starts[place + 1] as number) + (this.#starts[place] as number);
    }
    this.#codes = new Uint8Array(links.length * 2);
    this.#others = new Uint32Array(links.length * 2);
    this.#fill(links);
  }

  /** In one pass over steps sorted by code and far end, so that each node's own are sorted too. */
  #fill(links: readonly SnapshotLink[]): void {
    const next = this.#starts.slice();
    const put = (node: number, code: number, other: number): void => {
      const at = next[node] as number;
      this.#codes[at] = code;
      this.#others[at] = other;
      next[node] = at + 1;
    };
    for (const type of relationshipTypes) {
      const ofType = links.filter((link) => link.type === type);
      for (const { from, to } of ofType.toSorted((a, b) => a.to - b.to)) put(from, stepCode(type, true), to);
      for (const { from, to } of ofType.sort((a, b) => a.from - b.from)) put(to, stepCode(type, false), from);
    }
  }

  /** The place of a node, or undefined where the graph has none of this id. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  node(place: number): AnyNode {
    return this.nodes[place] as AnyNode;
  }

  /** The node as one of the label that the caller knows it to be. */
  nodeOf<L extends Label>(_label: L, place: number): NodeOf<L> {
    return this.nodes[place] as NodeOf<L>;
  }

  labelOf(place: number): Label {
    return labelOf(this.node(place).id as NodeId);
  }

  /** The places of all nodes of a label: items by position, all others by id. */
  ofLabel(label: Label): readonly number[] {
    return this.#byLabel[label];
  }

  /** The far ends of a node's relationships of one type in one direction, ascending by id. */
  linked(place: number, type: RelationshipType, outward: boolean): Uint32Array {
    const code = stepCode(type, outward);
    return this.#others.subarray(this.#firstStep(place, code), this.#firstStep(place, code + 1));
  }

  /** Every step from a node: by relationship type, outward before inward, then by the far end's id. */
  *steps(place: number): Generator<Step> {
    for (let at = this.#starts[place] as number; at < (this.#starts[place + 1] as number); at += 1) {
      const step = STEPS[this.#codes[at] as number] as (typeof STEPS)[number];
      yield { ...step, other: this.#others[at] as number };
    }
  }

  /** How many relationships of a type a node has, in both directions. */
  degree(place: number, type: RelationshipType): number {
    const code = stepCode(type, true);
    return this.#firstStep(place, code + 2) - this.#firstStep(place, code);
  }

  /** The first of a node's steps whose code is at least the given one. */
  #firstStep(place: number, code: number): number {
    let low = this.#starts[place] as number;
    let high = this.#starts[place + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#codes[middle] as number) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function placesByLabel(nodes: readonly AnyNode[]): Record<Label, number[]> {
  const places = Object.fromEntries(labels.map((label) => [label, [] as number[]])) as Record<
    Label,
    number[]
  >;
  for (const [place, node] of nodes.entries()) places[labelOf(node.id as NodeId)].push(place);
  const position = (place: number): string => (nodes[place] as NodeOf<'ReformItem'>).position;
  places.ReformItem.sort((a, b) => (position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : a - b));
  return places;
}
