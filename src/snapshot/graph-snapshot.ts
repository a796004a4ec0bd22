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

/** A relationship: its two ends, from → to, and its properties. */
export interface SnapshotEdge {
  readonly type: RelationshipType;
  readonly from: NodeIndex;
  readonly to: NodeIndex;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * The whole graph at one version, in memory: all nodes, all relationships and their properties.
 * A node is identified by its index in `nodes`, which is ascending by id. All lists have an order that depends only on
 * the graph, so that both engines return the same.
 */
export class GraphSnapshot {
  readonly stamp: GraphStamp;
  /** The codes of the kinds of steps, as `eachStep` passes them. */
  readonly codes: StepCodes;
  readonly #storage: GraphStorage;
  readonly #model: GraphModel;
  /** Node indexes by label, filled on first use. */
  readonly #byLabel = new Map<Label, readonly NodeIndex[]>();
  /** The rank of each reform item by position, indexed by node index; 0 for other nodes. */
  readonly #ranks: Uint32Array;

  private constructor(stamp: GraphStamp, storage: GraphStorage, model: GraphModel) {
    this.stamp = stamp;
    this.codes = new StepCodes(model);
    this.#storage = storage;
    this.#model = model;
    this.#ranks = new Uint32Array(storage.nodes.length);
  }

  /** Yields between steps, because a large graph takes seconds. */
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

  /** Returns the graph after the changes, with the stamp of the new version. This snapshot does not change. */
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

  /** The index of a node, or undefined if the graph has no node of this id. */
  indexOf(id: string): NodeIndex | undefined {
    return this.nodes.indexOf(id);
  }

  node(index: NodeIndex): AnyNode {
    return this.nodes.at(index);
  }

  /** The node, typed by a label that the caller already knows. The label is not checked. */
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

  /** The number of nodes of a label. */
  countOf(label: Label): number {
    const [from, to] = this.nodes.rangeOf(label);
    return to - from;
  }

  #indexesOf(label: Label): NodeIndex[] {
    const [from, to] = this.nodes.rangeOf(label);
    return Array.from({ length: to - from }, (_, at) => from + at);
  }

  /** Sorts reform items by position. */
  inOrder(items: Iterable<NodeIndex>): NodeIndex[] {
    return [...items].sort((a, b) => (this.#ranks[a] as number) - (this.#ranks[b] as number));
  }

  /** The far ends of a node's relationships of one type in one direction, ascending by id. */
  linked(node: NodeIndex, type: RelationshipType, outward: boolean): Uint32Array {
    return this.#storage.edges.neighbours(node, this.codes.of(type, outward));
  }

  /** The number of relationships of a type. */
  edgeCount(type: RelationshipType): number {
    return this.#storage.edges.countOf(this.codes.of(type, true));
  }

  /** The properties of a relationship; undefined if there is none of this type from one node to the other. */
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
   * The value of one property in each of a node's relationships of one type in one direction, in the order of `linked`;
   * undefined if a relationship lacks it.
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

  /** The distinct short names of an organization in texts, sorted as strings. */
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

  /** Every relationship once: by its start node, then in the order of `steps`. */
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

  /** Calls back with the code and far end of every step from a node. Creates no objects, so it suits many nodes. */
  eachStep(node: NodeIndex, visit: (code: number, other: NodeIndex) => void): void {
    this.#storage.edges.forEachStep(node, visit);
  }

  /** The number of a node's relationships of a type, in both directions. */
  degree(node: NodeIndex, type: RelationshipType): number {
    const [outward, inward] = [this.codes.of(type, true), this.codes.of(type, false)];
    return this.#storage.edges.count(node, outward) + this.#storage.edges.count(node, inward);
  }
}
