import { type Label, type RelationshipType, relationshipTypes } from '../domain/model.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import { type GraphStamp, versionOf } from '../store/graph-version.ts';
import { inSlices } from './breathe.ts';
import { type Carried, type CarriedList, NOTHING } from './carried-list.ts';
import type { LinkList, SnapshotLink } from './link-list.ts';
import { NodeTable } from './node-table.ts';

/** One step from a node: along a relationship's direction or against it. */
export interface Step {
  readonly type: RelationshipType;
  readonly outward: boolean;
  readonly other: number;
}

/** How many nodes or links are taken in between stops. */
const PIECE = 1000;

/** Steps sort by relationship type as the model lists them, outward before inward. */
const typeCodes = new Map(relationshipTypes.map((type, index) => [type, index * 2]));
const stepCode = (type: RelationshipType, outward: boolean): number =>
  (typeCodes.get(type) as number) + (outward ? 0 : 1);
const STEPS = relationshipTypes.flatMap((type) => [
  { type, outward: true },
  { type, outward: false },
]);
export const stepOf = (code: number): Omit<Step, 'other'> => STEPS[code] as Omit<Step, 'other'>;
export const stepCodes: readonly number[] = [...STEPS.keys()];
/** The code of the same relationship seen from its other end. */
export const reversed = (code: number): number => code ^ 1;

/**
 * The whole graph at one version, in memory: every node, who is linked to whom, and what that carries.
 * Nodes are known by their place in `nodes`, which is ascending by id; all that is told of them comes in an order
 * that depends on nothing else, so that both engines give the same.
 */
export class GraphSnapshot {
  readonly stamp: GraphStamp;
  readonly nodes: NodeTable;
  /** Places by label, once asked for. */
  readonly #byLabel = new Map<Label, readonly number[]>();
  /** The rank of each reform item by position; 0 for other nodes. */
  readonly #ranks: Uint32Array;
  /** Compressed rows: the steps of node n are those from starts[n] up to starts[n + 1]. */
  readonly #starts: Uint32Array;
  readonly #codes: Uint8Array;
  readonly #others: Uint32Array;
  readonly carriedList: CarriedList;
  /** The places of reform items, from the first up to before the second. */
  readonly #items: readonly [from: number, to: number];
  /** By reform items' steps, since nothing else carries anything: what each carries, in `carriedList`. */
  #rows = new Uint32Array(0);
  /** What texts call organizations for short, by place. */
  readonly #shortNames = new Map<number, readonly string[]>();

  private constructor(stamp: GraphStamp, nodes: NodeTable, links: LinkList) {
    this.stamp = stamp;
    this.nodes = nodes;
    this.#ranks = new Uint32Array(nodes.length);
    this.#starts = new Uint32Array(nodes.length + 1);
    this.#codes = new Uint8Array(links.length * 2);
    this.#others = new Uint32Array(links.length * 2);
    this.carriedList = links.carried;
    this.#items = nodes.rangeOf('ReformItem');
  }

  /** @param nodes ascending by id, each once */
  static of(stamp: GraphStamp, nodes: readonly AnyNode[], links: LinkList): GraphSnapshot {
    const snapshot = new GraphSnapshot(stamp, NodeTable.of(nodes), links);
    for (const _ of snapshot.#fill(links));
    return snapshot;
  }

  /** The same, giving way to the rest of the process again and again: a large graph takes seconds. */
  static async build(stamp: GraphStamp, nodes: NodeTable, links: LinkList): Promise<GraphSnapshot> {
    const snapshot = new GraphSnapshot(stamp, nodes, links);
    for await (const _ of inSlices(snapshot.#fill(links)));
    return snapshot;
  }

  /** Stops between pieces of work. */
  *#fill(links: LinkList): Generator<void> {
    const position = (place: number): string => this.nodeOf('ReformItem', place).position;
    const items = this.#placesOf('ReformItem').sort((a, b) =>
      position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : a - b,
    );
    this.#byLabel.set('ReformItem', items);
    yield;
    for (const [rank, place] of items.entries()) this.#ranks[place] = rank;
    yield;
    const steps = yield* this.#sortedSteps(links);
    const size = this.nodes.length;
    for (let at = 0; at < steps.length; at += 1) {
      const step = steps[at] as number;
      const rest = Math.floor(step / size);
      this.#others[at] = step % size;
      this.#codes[at] = rest % STEPS.length;
      const node = Math.floor(rest / STEPS.length);
      this.#starts[node + 1] = at + 1;
      if (at % PIECE === 0) yield;
    }
    // A node without steps begins where the one before it ends.
    for (let node = 1; node <= size; node += 1) {
      this.#starts[node] = Math.max(this.#starts[node] as number, this.#starts[node - 1] as number);
    }
    yield;
    this.carriedList.trim();
    yield* this.#fillCarried(links);
  }

  *#fillCarried(links: LinkList): Generator<void> {
    const [first, end] = this.#items;
    this.#rows = new Uint32Array((this.#starts[end] as number) - (this.#starts[first] as number));
    const shortNames = new Map<number, Set<string>>();
    let index = 0;
    for (const { type, from, to, row } of links) {
      if (row !== NOTHING) {
        this.#setRow(from, stepCode(type, true), to, row);
        this.#setRow(to, stepCode(type, false), from, row);
        const names = type === 'MENTIONS' ? links.carried.shortNamesOf(row) : undefined;
        if (names !== undefined && this.labelOf(to) === 'Organization')
          shortNames.set(to, new Set([...(shortNames.get(to) ?? []), ...names]));
      }
      index += 1;
      if (index % PIECE === 0) yield;
    }
    for (const [place, names] of shortNames) this.#shortNames.set(place, [...names].sort());
  }

  /** Of relationships of one type between the same two, which only analysts write, all carry what one does. */
  #setRow(item: number, code: number, other: number, row: number): void {
    if (!this.#isItem(item)) return;
    const first = this.#starts[this.#items[0]] as number;
    const end = this.#firstStep(item, code + 1);
    for (let step = this.#stepTo(item, code, other); step < end && this.#others[step] === other; step += 1)
      this.#rows[step - first] = row;
  }

  #isItem(place: number): boolean {
    return place >= this.#items[0] && place < this.#items[1];
  }

  /** Both steps of every link as numbers that sort as the steps do: node, then code, then far end. */
  *#sortedSteps(links: LinkList): Generator<void, Float64Array> {
    const size = this.nodes.length;
    const steps = new Float64Array(links.length * 2);
    const pack = (node: number, code: number, other: number): number =>
      (node * STEPS.length + code) * size + other;
    let index = 0;
    for (const { type, from, to } of links) {
      steps[2 * index] = pack(from, stepCode(type, true), to);
      steps[2 * index + 1] = pack(to, stepCode(type, false), from);
      index += 1;
      if (index % PIECE === 0) yield;
    }
    return steps.sort();
  }

  get version(): number {
    return versionOf(this.stamp);
  }

  /** The step along or against a relationship that there is. */
  #stepTo(place: number, code: number, other: number): number {
    let low = this.#firstStep(place, code);
    let high = this.#firstStep(place, code + 1);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#others[middle] as number) < other) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The place of a node, or undefined where the graph has none of this id. */
  placeOf(id: string): number | undefined {
    return this.nodes.placeOf(id);
  }

  node(place: number): AnyNode {
    return this.nodes.at(place);
  }

  /** The node as one of the label that the caller knows it to be. */
  nodeOf<L extends Label>(_label: L, place: number): NodeOf<L> {
    return this.nodes.at(place) as NodeOf<L>;
  }

  labelOf(place: number): Label {
    return this.nodes.labelOf(place);
  }

  /** The places of all nodes of a label: items by position, all others by id. */
  ofLabel(label: Label): readonly number[] {
    const known = this.#byLabel.get(label) ?? this.#placesOf(label);
    this.#byLabel.set(label, known);
    return known;
  }

  /** How many nodes of a label there are. */
  countOf(label: Label): number {
    const [from, to] = this.nodes.rangeOf(label);
    return to - from;
  }

  #placesOf(label: Label): number[] {
    const [from, to] = this.nodes.rangeOf(label);
    return Array.from({ length: to - from }, (_, at) => from + at);
  }

  /** Reform items in the order of their positions. */
  inOrder(items: Iterable<number>): number[] {
    return [...items].sort((a, b) => (this.#ranks[a] as number) - (this.#ranks[b] as number));
  }

  /** The far ends of a node's relationships of one type in one direction, ascending by id. */
  linked(place: number, type: RelationshipType, outward: boolean): Uint32Array {
    const code = stepCode(type, outward);
    return this.#others.subarray(this.#firstStep(place, code), this.#firstStep(place, code + 1));
  }

  /** The orders of a reform item's same relationships, one for each far end; 0 where they have none. */
  orders(item: number, type: RelationshipType, outward: boolean): number[] {
    const code = stepCode(type, outward);
    const [from, to] = [this.#firstStep(item, code), this.#firstStep(item, code + 1)];
    return Array.from({ length: to - from }, (_, at) => this.carriedList.orderOf(this.#rowOf(from + at)));
  }

  /** What a reform item's relationship carries, or undefined where there is none to that end. */
  carried(item: number, type: RelationshipType, outward: boolean, end: number): Carried | undefined {
    const code = stepCode(type, outward);
    const step = this.#stepTo(item, code, end);
    const isThere =
      this.#isItem(item) && step < this.#firstStep(item, code + 1) && this.#others[step] === end;
    return isThere ? this.carriedList.at(this.#rowOf(step)) : undefined;
  }

  /** @param step of a reform item */
  #rowOf(step: number): number {
    return this.#rows[step - (this.#starts[this.#items[0]] as number)] as number;
  }

  /** What texts call an organization for short. */
  shortNames(place: number): readonly string[] {
    return this.#shortNames.get(place) ?? [];
  }

  /** Every step from a node: by relationship type, outward before inward, then by the far end's id. */
  *steps(place: number): Generator<Step> {
    for (let at = this.#starts[place] as number; at < (this.#starts[place + 1] as number); at += 1) {
      yield { ...stepOf(this.#codes[at] as number), other: this.#others[at] as number };
    }
  }

  /** Every relationship once. */
  *links(): Generator<SnapshotLink> {
    for (let from = 0; from < this.nodes.length; from += 1) {
      for (let at = this.#starts[from] as number; at < (this.#starts[from + 1] as number); at += 1) {
        const { type, outward } = stepOf(this.#codes[at] as number);
        if (outward)
          yield { type, from, to: this.#others[at] as number, row: this.#rowOfLink(type, from, at) };
      }
    }
  }

  /** @param step the relationship's outward one */
  #rowOfLink(type: RelationshipType, from: number, step: number): number {
    if (this.#isItem(from)) return this.#rowOf(step);
    const to = this.#others[step] as number;
    return this.#isItem(to) ? this.#rowOf(this.#stepTo(to, stepCode(type, false), from)) : NOTHING;
  }

  /** Every step from a node, for work on many of them: calls back with each step's code (see stepOf) and far end. */
  eachStep(place: number, visit: (code: number, other: number) => void): void {
    const end = this.#starts[place + 1] as number;
    for (let at = this.#starts[place] as number; at < end; at += 1) {
      visit(this.#codes[at] as number, this.#others[at] as number);
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
