import type { Label, RelationshipType } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';

/** A node's number in a graph: nodes count from 0, ascending by id. */
export type NodeIndex = number;

/** Properties of a node or an edge by name. */
export type Properties = Readonly<Record<string, unknown>>;

/** An edge by the ids of its ends. */
export interface EdgeKey {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
}

/** What becomes of some nodes and edges. */
export interface GraphChanges {
  /** By id: what the node is now; undefined for one that is gone, and its edges with it. */
  readonly nodes: ReadonlyMap<string, AnyNode | undefined>;
  /** What the edge carries now; undefined for one that is gone. Of several changes of an edge the last counts. */
  readonly edges: readonly (EdgeKey & { readonly properties: Properties | undefined })[];
}

export interface NodeStorage extends Iterable<AnyNode> {
  readonly length: number;
  /** Every index, ascending. */
  indexes(): Iterable<NodeIndex>;
  at(index: NodeIndex): AnyNode;
  idOf(index: NodeIndex): string;
  labelOf(index: NodeIndex): Label;
  /** Undefined where the graph has no node of this id. */
  indexOf(id: string): NodeIndex | undefined;
  /** A label's nodes: from the first up to, and without, the second. */
  rangeOf(label: Label): readonly [from: NodeIndex, to: NodeIndex];
}

/** Edges as steps from each of their two ends; a step's code tells type and direction (see StepCodes). */
export interface EdgeStorage {
  /** How many steps of one code there are; as many as edges of its type. */
  countOf(code: number): number;
  /** The far ends of a node's steps of one code, ascending. */
  neighbours(node: NodeIndex, code: number): Uint32Array;
  /** How many of them there are. */
  count(node: NodeIndex, code: number): number;
  /** Calls back for every step of a node: by code, then by far end. */
  forEachStep(node: NodeIndex, visit: (code: number, other: NodeIndex) => void): void;
  /** What the edge of a step carries; undefined where there is no such step. */
  propertiesOf(node: NodeIndex, code: number, other: NodeIndex): Properties | undefined;
  /** One property of each of a node's steps of one code, in the order of `neighbours`; undefined where it is absent. */
  valuesOf(node: NodeIndex, code: number, property: string): unknown[];
}

/**
 * A whole graph in memory. Each edge carries what its type's schema in the model says; other properties, and those of
 * wrong types, are left out. Of several edges of one type from one node to another, all carry what one of them does.
 */
export interface GraphStorage {
  readonly nodes: NodeStorage;
  readonly edges: EdgeStorage;
  /** The graph after changes; this one stays as it is. Edges whose ends aren't there are left out. */
  with(changes: GraphChanges): Promise<GraphStorage>;
}
