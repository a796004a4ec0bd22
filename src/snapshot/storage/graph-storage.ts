import type { Label, RelationshipType } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';

/** The number of a node in a graph: from 0, ascending by id. */
export type NodeIndex = number;

/** Properties of a node or an edge by name. */
export type Properties = Readonly<Record<string, unknown>>;

/** An edge, identified by its type and the ids of its ends. */
export interface EdgeKey {
  readonly type: RelationshipType;
  readonly from: string;
  readonly to: string;
}

/** The changes of some nodes and edges. */
export interface GraphChanges {
  /** By id: the new node, or undefined if it is removed, together with its edges. */
  readonly nodes: ReadonlyMap<string, AnyNode | undefined>;
  /** The new properties of each edge; undefined if it is removed. If an edge changes twice, the last change counts. */
  readonly edges: readonly (EdgeKey & { readonly properties: Properties | undefined })[];
}

export interface NodeStorage extends Iterable<AnyNode> {
  readonly length: number;
  /** Every index, ascending. */
  indexes(): Iterable<NodeIndex>;
  at(index: NodeIndex): AnyNode;
  idOf(index: NodeIndex): string;
  labelOf(index: NodeIndex): Label;
  /** Undefined if the graph has no node of this id. */
  indexOf(id: string): NodeIndex | undefined;
  /** The nodes of a label: from `from` (inclusive) to `to` (exclusive). */
  rangeOf(label: Label): readonly [from: NodeIndex, to: NodeIndex];
}

/** Edges as steps from each of their two ends. The code of a step gives its type and direction (see StepCodes). */
export interface EdgeStorage {
  /** The number of steps of one code, which is the number of edges of its type. */
  countOf(code: number): number;
  /** The far ends of a node's steps of one code, ascending. */
  neighbours(node: NodeIndex, code: number): Uint32Array;
  /** The number of a node's steps of one code. */
  count(node: NodeIndex, code: number): number;
  /** Calls back for every step of a node: by code, then by far end. */
  forEachStep(node: NodeIndex, visit: (code: number, other: NodeIndex) => void): void;
  /** The properties of the edge of a step; undefined if there is no such step. */
  propertiesOf(node: NodeIndex, code: number, other: NodeIndex): Properties | undefined;
  /** One property of each of a node's steps of one code, in the order of `neighbours`; undefined if it is absent. */
  valuesOf(node: NodeIndex, code: number, property: string): unknown[];
}

/**
 * A whole graph in memory. Edges have only the properties of their type's schema in the model; others, and those of
 * wrong types, are left out. If several edges of one type go from one node to another, all get the properties of one.
 */
export interface GraphStorage {
  readonly nodes: NodeStorage;
  readonly edges: EdgeStorage;
  /** Returns the graph after the changes; this one does not change. Edges without both end nodes are left out. */
  with(changes: GraphChanges): Promise<GraphStorage>;
}
