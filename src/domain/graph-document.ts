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

/** All that one bulletin says, with the vocabulary entries that it names: what an import makes true. */
export interface GraphDocument {
  readonly batchId: string;
  readonly nodes: readonly AnyNode[];
  readonly relationships: readonly GraphRelationship[];
}
