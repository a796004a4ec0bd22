import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from '../agency/agency.type.ts';

@ObjectType({
  description:
    'Which agencies work together: they are the nodes, and two that share reform items are linked, the heavier the more they share. 单位协作网络',
})
export class AgencyNetwork {}

@ObjectType({ description: 'An agency and its place in the network. 网络中的单位' })
export class AgencyNetworkNode {
  @SameNode()
  @Field(() => Agency, { description: 'The agency. 单位' })
  agency!: AgencyNode;

  @Field(() => Int, { description: 'How many items it is responsible for. 负责事项数' })
  reformItemCount!: number;

  @Field(() => Int, { description: 'With how many others it shares items. 度：协作单位数' })
  degree!: number;

  @Field(() => Int, {
    description: 'The items it shares, added up over the others. 加权度：共同事项数之和',
  })
  weightedDegree!: number;
}
