import { Field, Int, ObjectType } from 'type-graphql';
import type { BatchNode, RegionNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Batch } from '../batch/batch.type.ts';
import { Region } from '../region/region.type.ts';

@ObjectType({ description: 'The number of selected items promoted to a region. 推广范围计数' })
export class RegionCount {
  @SameNode()
  @Field(() => Region, { description: 'The region. 推广范围' })
  region!: RegionNode;

  @Field(() => Int, { description: 'The number of items. 事项数' })
  count!: number;
}

@ObjectType({ description: 'The number of selected items in a batch. 批次计数' })
export class BatchCount {
  @SameNode()
  @Field(() => Batch, { description: 'The batch. 批次' })
  batch!: BatchNode;

  @Field(() => Int, { description: 'The number of items. 事项数' })
  count!: number;
}

@ObjectType({
  description:
    'Counts of the selected items by value. Each facet ignores the part of the filter for itself (`filter.agencies` for agencies, and so on), so it shows what another choice would give. Values without items are not listed. 分面统计',
})
export class ReformItemFacets {}
