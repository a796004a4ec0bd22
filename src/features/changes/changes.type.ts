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
    ADDED: { description: 'Added. 新增' },
    UPDATED: { description: 'Its properties changed. 修改' },
    REMOVED: { description: 'Removed. 删除' },
  },
});

@ObjectType({ description: 'What an import did to one node or relationship. 一处变更' })
export class GraphChange {
  @Field(() => ChangeAction, { description: 'The kind of change. 方式' })
  action!: keyof typeof ChangeAction;

  @Field(() => NodeKind, {
    nullable: true,
    description: 'The kind of node, if a node changed; else null. 节点类型',
  })
  nodeKind!: string | null;

  @Field(() => ID, { nullable: true, description: 'The id, if a node changed; else null. 节点标识' })
  nodeId!: string | null;

  @Field(() => RelationshipKind, {
    nullable: true,
    description: 'The kind of relationship, if a relationship changed; else null. 关系类型',
  })
  relationshipKind!: RelationshipType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the start node, if a relationship changed; else null. 起点标识',
  })
  from!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the end node, if a relationship changed; else null. 终点标识',
  })
  to!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'All properties before the change, as a JSON object; null if it was added. 变更前',
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'All properties after the change, as a JSON object; null if it was removed. 变更后',
  })
  after!: string | null;
}

@ObjectType({ description: 'The number of nodes or relationships that an import changed. 变更数' })
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
  @Field(() => Int, { description: 'The graph version after this import. 图谱版本' })
  graphVersion!: number;

  @Field(() => String, { description: 'When, ISO 8601. 时间' })
  at!: string;

  @Field(() => String, { description: 'Code of the batch that was imported, such as "tj-7". 批次编号' })
  batch!: string;

  @Field(() => ChangeCounts, { description: 'The number of changed nodes. 节点变更数' })
  nodes!: ChangeCounts;

  @Field(() => ChangeCounts, { description: 'The number of changed relationships. 关系变更数' })
  relationships!: ChangeCounts;
}

@ObjectType({ description: 'A change in a list. 变更' })
export class GraphChangeEdge extends edgeTo(() => GraphChange) {}

@ObjectType({ description: 'The changes of an import, in an order that can be replayed. 变更列表' })
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
    description: 'The graph version of this answer: the list ends at it. 截至版本',
  })
  graphVersion!: number;
}
