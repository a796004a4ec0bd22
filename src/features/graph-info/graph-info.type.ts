import { Field, Int, ObjectType } from 'type-graphql';
import { labels, relationshipTypes } from '../../domain/model.ts';
import type { BatchNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { Batch } from '../batch/batch.type.ts';
import { NodeKind, RelationshipKind } from '../node/kinds.ts';

@ObjectType({ description: 'The number of nodes of one kind. 节点数' })
export class NodeCount {
  @Field(() => NodeKind, { description: 'The kind. 类型' })
  kind!: string;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'The number. 数量' })
  count!: number;
}

@ObjectType({ description: 'The number of relationships of one kind. 关系数' })
export class RelationshipCount {
  @Field(() => RelationshipKind, { description: 'The kind. 类型' })
  kind!: string;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'The number. 数量' })
  count!: number;
}

@ObjectType({ description: 'The contents of the graph and their sources. 图谱概况' })
export class GraphInfo {
  @Field(() => Int, {
    description: 'The graph version. Each change raises it; 0 if the graph is empty. 版本',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: 'The time of the last change, ISO 8601. 更新时间' })
  builtAt!: string | null;

  @Field(() => String, { description: 'The database engine: embedded or neo4j. 引擎' })
  engine!: string;

  @Lists(atMost(labels.length))
  @Field(() => [NodeCount], { description: 'Nodes by kind. 节点数' })
  nodes!: NodeCount[];

  @Lists(atMost(relationshipTypes.length))
  @Field(() => [RelationshipCount], { description: 'Relationships by kind. 关系数' })
  relationships!: RelationshipCount[];

  @Lists(upTo(MAX_PAGE, nodesOf('Batch')))
  @Field(() => [Batch], { description: 'The source bulletins; at most 100. 来源' })
  sources!: BatchNode[];
}
