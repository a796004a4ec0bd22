import { Field, ObjectType } from 'type-graphql';
import type { RelationshipType } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { RelationshipKind } from '../node/kinds.ts';
import { Node } from '../node/node.type.ts';

@ObjectType({ description: 'A relationship of the graph, with its two nodes and its properties. 关系' })
export class Relationship {
  @Field(() => RelationshipKind, { description: 'The kind of relationship. 关系类型' })
  kind!: RelationshipType;

  @Field(() => Node, { description: 'The start node: the agency in RESPONSIBLE_FOR. 起点' })
  from!: AnyNode;

  @Field(() => Node, { description: 'The end node: the item in RESPONSIBLE_FOR. 终点' })
  to!: AnyNode;
}

/** The relationship of a step from one node to another, in either direction. */
export const relationshipAt = (
  snapshot: GraphSnapshot,
  nodeIndex: number,
  { type, outward, other }: { type: RelationshipType; outward: boolean; other: number },
): Relationship => ({
  kind: type,
  from: snapshot.node(outward ? nodeIndex : other),
  to: snapshot.node(outward ? other : nodeIndex),
});
