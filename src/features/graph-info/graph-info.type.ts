import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LABELS, labels, RELATIONSHIPS, relationshipTypes } from '../../domain/model.ts';
import type { BatchNode } from '../../domain/nodes.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { Batch } from '../batch/batch.type.ts';

const screaming = (label: string): string => label.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
export const nodeKindOf = (label: string): string => screaming(label);

export const NodeKind = enumOf(labels.map(screaming));
registerEnumType(NodeKind, {
  name: 'NodeKind',
  description: 'The kinds of nodes. 节点类型',
  valuesConfig: Object.fromEntries(
    labels.map((label) => [screaming(label), { description: LABELS[label].gloss }]),
  ),
});

export const RelationshipKind = enumOf(relationshipTypes);
registerEnumType(RelationshipKind, {
  name: 'RelationshipKind',
  description: 'The kinds of relationships. 关系类型',
  valuesConfig: Object.fromEntries(
    relationshipTypes.map((type) => [type, { description: describeEnds(type) }]),
  ),
});

function describeEnds(type: keyof typeof RELATIONSHIPS): string {
  const { ends, gloss } = RELATIONSHIPS[type];
  return `${ends.map(([from, to]) => `${LABELS[from].gloss} → ${LABELS[to].gloss}`).join('; ')}. ${gloss}`;
}

@ObjectType({ description: 'How many nodes of one kind there are. 节点数' })
export class NodeCount {
  @Field(() => NodeKind, { description: 'The kind. 类型' })
  kind!: string;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'How many. 数量' })
  count!: number;
}

@ObjectType({ description: 'How many relationships of one kind there are. 关系数' })
export class RelationshipCount {
  @Field(() => RelationshipKind, { description: 'The kind. 类型' })
  kind!: string;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'How many. 数量' })
  count!: number;
}

@ObjectType({ description: 'What the graph holds and where it came from. 图谱概况' })
export class GraphInfo {
  @Field(() => Int, { description: 'Raised by each change; 0 while the graph is empty. 版本' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'When it last changed, ISO 8601. 更新时间' })
  builtAt!: string | null;

  @Field(() => String, { description: 'The engine that keeps it: embedded or neo4j. 引擎' })
  engine!: string;

  @Field(() => [NodeCount], { description: 'Nodes by kind. 节点数' })
  nodes!: NodeCount[];

  @Field(() => [RelationshipCount], { description: 'Relationships by kind. 关系数' })
  relationships!: RelationshipCount[];

  @Field(() => [Batch], { description: 'The bulletins that it was built from; at most 100. 来源' })
  sources!: BatchNode[];
}
