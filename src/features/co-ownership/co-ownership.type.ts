import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { edgeTo } from '../../graphql/relay/connection.types.ts';
import { Agency } from '../agency/agency.type.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';

@ObjectType({ description: 'Two agencies that are responsible for the same reform items. 共同负责关系' })
export class CoOwnership {
  @Lists(atMost(2))
  @Field(() => [Agency], { description: 'The two agencies. 两家单位' })
  agencies!: AgencyNode[];

  @Field(() => Int, { description: 'The number of items they share. 共同事项数' })
  sharedCount!: number;

  @Field(() => Float, {
    description:
      'Shared items divided by the items of either agency, 0 to 1, counting the items that match the filter. Jaccard 系数',
  })
  jaccard!: number;
}

@ObjectType({ description: 'A pair of agencies in a list. 单位对' })
export class CoOwnershipEdge extends edgeTo(() => CoOwnership) {}

@ObjectType({ description: 'Pairs of agencies, most shared items first. 共同负责关系列表' })
export class CoOwnershipConnection extends filteredConnectionOf(
  () => CoOwnership,
  () => CoOwnershipEdge,
) {}
