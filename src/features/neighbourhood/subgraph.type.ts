import { Field, Int, ObjectType } from 'type-graphql';
import { type RelationshipType, relationshipTypes } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { Lists, SameNode } from '../../graphql/cost/declarations.ts';
import { anyNodes, anyRelationships, asArgumentsSay, atMost, upTo } from '../../graphql/cost/list-bounds.ts';
import { RelationshipKind } from '../node/kinds.ts';
import { Node } from '../node/node.type.ts';
import { Relationship } from '../relationship/relationship.type.ts';

export const MAX_RELATIONSHIPS = 2000;

@ObjectType({ description: 'The number of relationships of one kind that a node has. 某类关系的数量' })
export class KindCount {
  @Field(() => RelationshipKind, { description: 'The kind. 类型' })
  kind!: RelationshipType;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'The number, in both directions. 数量' })
  count!: number;
}

@ObjectType({ description: 'A node of a neighbourhood. 邻域中的节点' })
export class SubgraphNode {
  @SameNode()
  @Field(() => Node, { description: 'The node. 节点' })
  node!: AnyNode;

  @Field(() => Int, { description: 'The distance in steps; 0 for the node in the middle. 距离' })
  distance!: number;

  @Lists(atMost(relationshipTypes.length))
  @Field(() => [KindCount], {
    description:
      'The number of its relationships in the whole graph, by kind. Kinds that it does not have are not listed. 各类关系的数量',
  })
  degrees!: KindCount[];
}

@ObjectType({ description: 'A part of the graph: nodes and the relationships between them. 子图' })
export class Subgraph {
  @Lists(asArgumentsSay(({ limit }) => upTo(Number(limit), anyNodes)))
  @Field(() => [SubgraphNode], { description: 'Nearest first, at most limit. 节点，由近及远' })
  nodes!: SubgraphNode[];

  @Lists(upTo(MAX_RELATIONSHIPS, anyRelationships))
  @Field(() => [Relationship], {
    description: 'The relationships of the allowed kinds among those nodes, at most 2000. 节点之间的关系',
  })
  relationships!: Relationship[];

  @Field(() => Boolean, { description: 'Whether anything within `depth` was left out. 是否有省略' })
  truncated!: boolean;

  @Field(() => Int, { description: 'The number of nodes within `depth` that `limit` left out. 省略的节点数' })
  omitted!: number;

  @Field(() => Int, {
    description: 'The number of relationships between the nodes that were left out. 省略的关系数',
  })
  omittedRelationships!: number;
}
