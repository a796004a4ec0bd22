import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from '../agency/agency.type.ts';

@ObjectType({
  description:
    'The network of agencies: a link joins two agencies that share reform items; its weight is the number of items they share. 单位协作网络',
})
export class AgencyNetwork {}

@ObjectType({ description: 'An agency and its measures in the network. 网络中的单位' })
export class AgencyNetworkNode {
  @SameNode()
  @Field(() => Agency, { description: 'The agency. 单位' })
  agency!: AgencyNode;

  @Field(() => Int, { description: 'The number of items it is responsible for. 负责事项数' })
  reformItemCount!: number;

  @Field(() => Int, { description: 'The number of agencies it shares items with. 度：协作单位数' })
  degree!: number;

  @Field(() => Int, {
    description: 'The number of shared items, summed over those agencies. 加权度：共同事项数之和',
  })
  weightedDegree!: number;
}
