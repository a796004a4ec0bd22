import type { RelationshipType } from './model.ts';
import type { AnyNode } from './nodes.ts';

/** A scalar or flat list: both engines can store these in a property. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface GraphRelationship {
  readonly type: RelationshipType;
  /** Ids of the two ends. Two nodes have at most one relationship of a type in each direction. */
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** An item of the document continues an item of another batch; `location` is the place in a file that says so. */
export interface Continuation {
  /** Ids of the two items. */
  readonly from: string;
  readonly to: string;
  readonly location: { readonly file: string; readonly line?: number; readonly column?: number };
}

/** The content of one bulletin, with the vocabulary entries that it names. An import writes it into the graph. */
export interface GraphDocument {
  readonly batchId: string;
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
  /** The relationships to items of another batch. That batch must be in the graph already. */
  readonly continuations: readonly Continuation[];
}
