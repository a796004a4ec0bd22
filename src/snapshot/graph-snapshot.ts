import { type GraphModel, graphModel } from '../domain/graph-model.ts';
import type { Label, RelationshipType } from '../domain/model.ts';
import type { AnyNode, NodeOf } from '../domain/nodes.ts';
import type { EdgeProperties, RelationshipOf } from '../domain/relationships.ts';
import { type GraphStamp, versionOf } from '../store/graph-version.ts';
import type { GraphChanges, GraphStorage, NodeIndex, NodeStorage } from './storage/graph-storage.ts';
import { isOutward, StepCodes, type StepKind } from './storage/step-codes.ts';
import { runInTimeSlices } from './time-slices.ts';

/** One step from a node: along a relationship's direction or against it. */
export interface Step extends StepKind {
  readonly other: NodeIndex;
}

/** A relationship as its two ends, from → to, and what it carries. */
export interface SnapshotEdge {
  readonly type: RelationshipType;
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * The whole graph at one version, in memory: every node, who is linked to whom, and what that carries.
 * Nodes are known by their index in `nodes`, which is ascending by id; all that is told of them comes in an order
 * that depends on nothing else, so that both engines give the same.
 */
export class GraphSnapshot {
  readonly stamp: GraphStamp;
  /** What the kinds of steps are called: the codes that `eachStep` gives. */
  readonly codes: StepCodes;
  readonly #storage: GraphStorage;
  readonly #model: GraphModel;
  /** Indexes by label, once asked for. */
  readonly #byLabel = new Map<Label, readonly NodeIndex[]>();
  /** The rank of each reform item by position; 0 for other nodes. */
  readonly #ranks: Uint32Array;

  private constructor(stamp: GraphStamp, storage: GraphStorage, model: GraphModel) {
    this.stamp = stamp;
    this.codes = new StepCodes(model);
    this.#storage = storage;
    this.#model = model;
    this.#ranks = new Uint32Array(storage.nodes.length);
  }

  /** Stops between pieces of work: a large graph takes seconds. */
  static *of(
    stamp: GraphStamp,
    storage: GraphStorage,
    model: GraphModel = graphModel,
  ): Generator<void, GraphSnapshot> {
    const snapshot = new GraphSnapshot(stamp, storage, model);
    const position = (item: NodeIndex): string => snapshot.nodeOf('ReformItem', item).position;
    const items = snapshot
      .#indexesOf('ReformItem')
      .sort((a, b) => (position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : a - b));
    snapshot.#byLabel.set('ReformItem', items);
    yield;
    for (const [rank, item] of items.entries()) snapshot.#ranks[item] = rank;
    return snapshot;
  }

  /** The graph after changes, as of another version; this one stays as it is. */
  async with(stamp: GraphStamp, changes: GraphChanges): Promise<GraphSnapshot> {
    const storage = await this.#storage.with(changes);
    return runInTimeSlices(GraphSnapshot.of(stamp, storage, this.#model));
  }

  get version(): number {
    return versionOf(this.stamp);
  }

  get nodes(): NodeStorage {
    return this.#storage.nodes;
  }

  /** The index of a node, or undefined where the graph has none of this id. */
  indexOf(id: string): NodeIndex | undefined {
    return this.nodes.indexOf(id);
  }

  node(index: NodeIndex): AnyNode {
    return this.nodes.at(index);
  }

  /** The node as one of the label that the caller knows it to be. */
  nodeOf<L extends Label>(_label: L, index: NodeIndex): NodeOf<L> {
    return this.nodes.at(index) as NodeOf<L>;
  }

  labelOf(index: NodeIndex): Label {
    return this.nodes.labelOf(index);
  }

  /** All nodes of a label: items by position, all others by id. */
  ofLabel(label: Label): readonly NodeIndex[] {
    const known = this.#byLabel.get(label) ?? this.#indexesOf(label);
    this.#byLabel.set(label, known);
    return known;
  }

  /** How many nodes of a label there are. */
  countOf(label: Label): number {
    const [from, to] = this.nodes.rangeOf(label);
    return to - from;
  }

  #indexesOf(label: Label): NodeIndex[] {
    const [from, to] = this.nodes.rangeOf(label);
    return Array.from({ length: to - from }, (_, at) => from + at);
  }

  /** Reform items in the order of their positions. */
  inOrder(items: Iterable<NodeIndex>): NodeIndex[] {
    return [...items].sort((a, b) => (this.#ranks[a] as number) - (this.#ranks[b] as number));
  }

  /** The far ends of a node's relationships of one type in one direction, ascending by id. */
  linked(node: NodeIndex, type: RelationshipType, outward: boolean): Uint32Array {
    return this.#storage.edges.neighbours(node, this.codes.of(type, outward));
  }

  /** How many relationships of a type there are. */
  edgeCount(type: RelationshipType): number {
    return this.#storage.edges.countOf(this.codes.of(type, true));
  }

  /** What a relationship carries; undefined where there is none of this type from one node to the other. */
  edgeProperties<T extends RelationshipType>(
    from: NodeIndex,
    type: T,
    to: NodeIndex,
  ): EdgeProperties<T> | undefined {
    return this.#storage.edges.propertiesOf(from, this.codes.of(type, true), to) as
      | EdgeProperties<T>
      | undefined;
  }

  /**
   * One property of each of a node's relationships of one type in one direction, in the order of `linked`; undefined
   * where it is absent.
   */
  edgeValues<T extends RelationshipType, P extends keyof RelationshipOf<T> & string>(
    node: NodeIndex,
    type: T,
    outward: boolean,
    property: P,
  ): (RelationshipOf<T>[P] | undefined)[] {
    const values = this.#storage.edges.valuesOf(node, this.codes.of(type, outward), property);
    return values as (RelationshipOf<T>[P] | undefined)[];
  }

  /** What texts call an organization for short, each once, in the order of texts. */
  shortNames(organization: NodeIndex): readonly string[] {
    if (this.labelOf(organization) !== 'Organization') return [];
    const names = this.edgeValues(organization, 'MENTIONS', false, 'shortNames');
    return [...new Set(names.flatMap((some) => some ?? []))].sort();
  }

  /** Every step from a node: by relationship type, outward before inward, then by the far end's id. */
  steps(node: NodeIndex): Step[] {
    const steps: Step[] = [];
    this.eachStep(node, (code, other) => steps.push({ ...this.codes.kindOf(code), other }));
    return steps;
  }

  /** Every relationship once: by where it starts, then in the order of `steps`. */
  *edges(): Generator<SnapshotEdge> {
    for (const from of this.nodes.indexes()) {
      const steps: [code: number, to: NodeIndex][] = [];
      this.eachStep(from, (code, to) => isOutward(code) && steps.push([code, to]));
      for (const [code, to] of steps) {
        const properties = this.#storage.edges.propertiesOf(from, code, to) ?? {};
        yield { type: this.codes.kindOf(code).type, from, to, properties };
      }
    }
  }

  /** Every step from a node, for work on many of them: calls back with each step's code and far end. */
  eachStep(node: NodeIndex, visit: (code: number, other: NodeIndex) => void): void {
    this.#storage.edges.forEachStep(node, visit);
  }

  /** How many relationships of a type a node has, in both directions. */
  degree(node: NodeIndex, type: RelationshipType): number {
    const [outward, inward] = [this.codes.of(type, true), this.codes.of(type, false)];
    return this.#storage.edges.count(node, outward) + this.#storage.edges.count(node, inward);
  }
}
