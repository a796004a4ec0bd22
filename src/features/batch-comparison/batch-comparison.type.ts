import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode, BatchNode, PilotZoneNode, ThemeNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from '../agency/agency.type.ts';
import { Batch } from '../batch/batch.type.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { Theme } from '../theme/theme.type.ts';

@ObjectType({ description: 'How many items of each of two batches have something. 两批事项数' })
abstract class InBoth {
  @Field(() => Int, {
    description: 'Items of the first batch; 0 where only the second has any. 前一批事项数',
  })
  countA!: number;

  @Field(() => Int, {
    description: 'Items of the second batch; 0 where only the first has any. 后一批事项数',
  })
  countB!: number;
}

@ObjectType({ description: 'How many items of each of two batches have a theme. 主题对比' })
export class ThemeComparison extends InBoth {
  @SameNode()
  @Field(() => Theme, { description: 'The theme. 主题' })
  theme!: ThemeNode;
}

@ObjectType({ description: 'How many items of each of two batches are piloted in a zone. 片区对比' })
export class ZoneComparison extends InBoth {
  @SameNode()
  @Field(() => PilotZone, { description: 'The zone. 片区' })
  zone!: PilotZoneNode;
}

@ObjectType({
  description: 'For how many items of each of two batches an agency is responsible. 单位对比',
})
export class AgencyComparison extends InBoth {
  @SameNode()
  @Field(() => Agency, { description: 'The agency. 单位' })
  agency!: AgencyNode;
}

@ObjectType({ description: 'Two batches side by side. 批次对比' })
export class BatchComparison {
  @Field(() => Batch, { description: 'The first. 前一批' })
  a!: BatchNode;

  @Field(() => Batch, { description: 'The second. 后一批' })
  b!: BatchNode;

  @Field(() => Int, { description: 'How many items of the first meet the filter. 前一批事项总数' })
  itemsA!: number;

  @Field(() => Int, { description: 'How many items of the second do. 后一批事项总数' })
  itemsB!: number;
}
