import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CHANGE_ACTIONS } from '../../domain/change-record.ts';
import type { RelationshipType } from '../../domain/model.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { NodeKind, RelationshipKind } from '../node/kinds.ts';

export const ChangeAction = enumOf(CHANGE_ACTIONS);
registerEnumType(ChangeAction, {
  name: 'ChangeAction',
  description: 'What an import did to a node or relationship. 变更方式',
  valuesConfig: {
    ADDED: { description: 'It was not there before. 新增' },
    UPDATED: { description: 'It has other properties than before. 修改' },
    REMOVED: { description: 'It is there no more. 删除' },
  },
});

@ObjectType({ description: 'What an import did to one node or relationship. 一处变更' })
export class GraphChange {
  @Field(() => ChangeAction, { description: 'What was done. 方式' })
  action!: keyof typeof ChangeAction;

  @Field(() => NodeKind, { nullable: true, description: 'Of a node, its kind; else null. 节点类型' })
  nodeKind!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a node, its id; else null. 节点标识' })
  nodeId!: string | null;

  @Field(() => RelationshipKind, {
    nullable: true,
    description: 'Of a relationship, its kind; else null. 关系类型',
  })
  relationshipKind!: RelationshipType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a relationship, the id of the node it starts at. 起点标识',
  })
  from!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Of a relationship, the id of the node it ends at. 终点标识',
  })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'All its properties before, as a JSON object; null where it was added. 变更前',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'All its properties after, as a JSON object; null where it was removed. 变更后',
  })
  after!: string | null;
}

@ObjectType({ description: 'How many nodes or relationships an import changed. 变更数' })
export class ChangeCounts {
  @Field(() => Int, { description: 'Added. 新增数' })
  added!: number;

  @Field(() => Int, { description: 'Updated. 修改数' })
  updated!: number;

  @Field(() => Int, { description: 'Removed. 删除数' })
  removed!: number;
}

@ObjectType({ description: 'An import that changed the graph. 一次导入' })
export class GraphImport {
  @Field(() => Int, { description: 'The version of the graph that it made. 图谱版本' })
  graphVersion!: number;

  @Field(() => String, { description: 'When, ISO 8601. 时间' })
  at!: string;

  @Field(() => String, { description: 'Code of the batch that was imported, such as "tj-7". 批次编号' })
  batch!: string;

  @Field(() => ChangeCounts, { description: 'How many nodes it changed. 节点变更数' })
  nodes!: ChangeCounts;

  @Field(() => ChangeCounts, { description: 'How many relationships it changed. 关系变更数' })
  relationships!: ChangeCounts;
}

@ObjectType({ description: 'A change in a list. 变更' })
export class GraphChangeEdge extends edgeTo(() => GraphChange) {}

@ObjectType({ description: 'What an import changed, in an order in which it can be followed. 变更列表' })
export class GraphChangeConnection extends connectionOf(
  () => GraphChange,
  () => GraphChangeEdge,
) {}

@ObjectType({ description: 'An import in a list. 导入' })
export class GraphImportEdge extends edgeTo(() => GraphImport) {}

@ObjectType({ description: 'A page of imports, oldest first. 导入列表' })
export class GraphImportConnection extends connectionOf(
  () => GraphImport,
  () => GraphImportEdge,
) {
  @Field(() => Int, {
    description:
      'The version of the graph up to which it lists the imports; that of the whole answer. 截至版本',
  })
  graphVersion!: number;
}
