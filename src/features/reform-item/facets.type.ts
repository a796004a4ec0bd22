import { Field, Int, ObjectType } from 'type-graphql';
import type { BatchNode, RegionNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Batch } from '../batch/batch.type.ts';
import { Region } from '../region/region.type.ts';

@ObjectType({ description: 'Among the items in question, how many are promoted to a region. 推广范围计数' })
export class RegionCount {
  @SameNode()
  @Field(() => Region, { description: 'The region. 推广范围' })
  region!: RegionNode;

  @Field(() => Int, { description: 'How many items. 事项数' })
  count!: number;
}

@ObjectType({ description: 'Among the items in question, how many a batch published. 批次计数' })
export class BatchCount {
  @SameNode()
  @Field(() => Batch, { description: 'The batch. 批次' })
  batch!: BatchNode;

  @Field(() => Int, { description: 'How many items. 事项数' })
  count!: number;
}

@ObjectType({
  description:
    'How the items in question divide. Each facet is counted as if the filter’s own part for it were left out (filter.agencies for agencies, and so on), so that it shows what choosing another value would give. Values with no item are left out. 分面统计',
})
export class ReformItemFacets {}
