import { ObjectType } from 'type-graphql';
import { edgeTo } from '../../graphql/relay/connection.types.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { Figure } from './figure.type.ts';
import { FirstClaim } from './first-claim.type.ts';
import { Milestone } from './milestone.type.ts';

@ObjectType({ description: 'A first claim in a list. 首创' })
export class FirstClaimEdge extends edgeTo(() => FirstClaim) {}

@ObjectType({ description: 'A page of first claims. 首创列表' })
export class FirstClaimConnection extends filteredConnectionOf(
  () => FirstClaim,
  () => FirstClaimEdge,
) {}

@ObjectType({ description: 'A figure in a list. 数据' })
export class FigureEdge extends edgeTo(() => Figure) {}

@ObjectType({ description: 'A page of figures. 数据列表' })
export class FigureConnection extends filteredConnectionOf(
  () => Figure,
  () => FigureEdge,
) {}

@ObjectType({ description: 'A milestone in a list. 时间节点' })
export class MilestoneEdge extends edgeTo(() => Milestone) {}

@ObjectType({ description: 'A page of milestones. 时间节点列表' })
export class MilestoneConnection extends filteredConnectionOf(
  () => Milestone,
  () => MilestoneEdge,
) {}
