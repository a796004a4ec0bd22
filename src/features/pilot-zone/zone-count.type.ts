import { Field, Int, ObjectType } from 'type-graphql';
import type { PilotZoneNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { PilotZone } from './pilot-zone.type.ts';

@ObjectType({ description: 'The number of selected items piloted in a zone. 片区计数' })
export class ZoneCount {
  @SameNode()
  @Field(() => PilotZone, { description: 'The zone. 片区' })
  zone!: PilotZoneNode;

  @Field(() => Int, { description: 'The number of items. 事项数' })
  count!: number;
}
