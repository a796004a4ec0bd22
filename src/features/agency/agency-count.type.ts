import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from './agency.type.ts';

@ObjectType({ description: 'The number of selected items that an agency is responsible for. 单位计数' })
export class AgencyCount {
  @SameNode()
  @Field(() => Agency, { description: 'The agency. 单位' })
  agency!: AgencyNode;

  @Field(() => Int, { description: 'The number of items. 事项数' })
  count!: number;
}
