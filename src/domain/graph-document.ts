import type { RelationshipType } from './model.ts';
import type { AnyNode } from './nodes.ts';

/** A scalar or flat list: what both engines can hold in a property. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface GraphRelationship {
  readonly type: RelationshipType;
  /** Ids of the two ends. At most one relationship of a type joins two nodes in one direction. */
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** That an item of the document goes on with one of another batch, and where a file says so. */
export interface Continuation {
  /** Ids of the two items. */
  readonly from: string;
  readonly to: string;
  readonly location: { readonly file: string; readonly line?: number; readonly column?: number };
}

/** All that one bulletin says, with the vocabulary entries that it names: what an import makes true. */
export interface GraphDocument {
  readonly batchId: string;
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
  /** Those relationships of it that lead to another batch, which must be in the graph before. */
  readonly continuations: readonly Continuation[];
}
