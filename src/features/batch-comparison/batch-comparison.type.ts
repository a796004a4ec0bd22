import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode, BatchNode, PilotZoneNode, ThemeNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from '../agency/agency.type.ts';
import { Batch } from '../batch/batch.type.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { Theme } from '../theme/theme.type.ts';

@ObjectType({ description: 'The number of items in each of two batches. 两批事项数' })
abstract class InBoth {
  @Field(() => Int, {
    description: 'Number of items in the first batch; 0 if only the second has any. 前一批事项数',
  })
  countA!: number;

  @Field(() => Int, {
    description: 'Number of items in the second batch; 0 if only the first has any. 后一批事项数',
  })
  countB!: number;
}

@ObjectType({ description: 'The number of items with a theme in each of two batches. 主题对比' })
export class ThemeComparison extends InBoth {
  @SameNode()
  @Field(() => Theme, { description: 'The theme. 主题' })
  theme!: ThemeNode;
}

@ObjectType({ description: 'The number of items piloted in a zone in each of two batches. 片区对比' })
export class ZoneComparison extends InBoth {
  @SameNode()
  @Field(() => PilotZone, { description: 'The zone. 片区' })
  zone!: PilotZoneNode;
}

@ObjectType({
  description: 'The number of items that an agency is responsible for in each of two batches. 单位对比',
})
export class AgencyComparison extends InBoth {
  @SameNode()
  @Field(() => Agency, { description: 'The agency. 单位' })
  agency!: AgencyNode;
}

@ObjectType({ description: 'Two batches side by side. 批次对比' })
export class BatchComparison {
  @Field(() => Batch, { description: 'The first batch. 前一批' })
  a!: BatchNode;

  @Field(() => Batch, { description: 'The second batch. 后一批' })
  b!: BatchNode;

  @Field(() => Int, {
    description: 'The number of items in the first batch that match the filter. 前一批事项总数',
  })
  itemsA!: number;

  @Field(() => Int, {
    description: 'The number of items in the second batch that match the filter. 后一批事项总数',
  })
  itemsB!: number;
}
