import { Field, Int, ObjectType } from 'type-graphql';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { PRINTED_NAME } from '../node/printed-name.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Agency } from './agency.type.ts';

@ObjectType({ description: 'An agency in a list. 单位' })
export class AgencyEdge extends edgeTo(() => Agency) {}

@ObjectType({ description: 'A page of agencies. 单位列表' })
export class AgencyConnection extends filteredConnectionOf(
  () => Agency,
  () => AgencyEdge,
) {}

@ObjectType({ description: 'The responsibility of an agency for an item. 负责' })
export class AgencyReformItemEdge extends evidencedEdgeTo(() => ReformItem, spansOf('RESPONSIBLE_FOR')) {
  @Field(() => Int, {
    description: 'The position of the agency in the item’s printed list, from 1. 印刷顺序',
  })
  order!: number;

  @Field(() => String, { description: PRINTED_NAME })
  printedName!: string;
}

@ObjectType({ description: 'The items that an agency is responsible for. 负责事项' })
export class AgencyReformItemConnection extends filteredConnectionOf(
  () => ReformItem,
  () => AgencyReformItemEdge,
) {}

@ObjectType({ description: 'Another agency that shares reform items. 共同负责' })
export class AgencyCoOwnerEdge extends edgeTo(() => Agency) {
  @Field(() => Int, { description: 'The number of items that both share. 共同事项数' })
  sharedCount!: number;
}

@ObjectType({
  description: 'Agencies that share reform items with an agency, the most shared items first. 共同负责单位',
})
export class AgencyCoOwnerConnection extends connectionOf(
  () => Agency,
  () => AgencyCoOwnerEdge,
) {}
