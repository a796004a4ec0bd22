import { Field, Int, ObjectType } from 'type-graphql';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { Agency } from '../agency/agency.type.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { PRINTED_NAME } from '../node/printed-name.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { Theme } from '../theme/theme.type.ts';
import { filteredConnectionOf } from './filtered-connection.types.ts';
import { ReformItem } from './reform-item.type.ts';

@ObjectType({ description: 'A reform item in a list. 改革事项' })
export class ReformItemEdge extends edgeTo(() => ReformItem) {}

@ObjectType({ description: 'A page of reform items. 改革事项列表' })
export class ReformItemConnection extends filteredConnectionOf(
  () => ReformItem,
  () => ReformItemEdge,
) {}

@ObjectType({ description: 'The responsibility of an agency for the item. 负责' })
export class ReformItemAgencyEdge extends evidencedEdgeTo(() => Agency, spansOf('RESPONSIBLE_FOR')) {
  @Field(() => Int, {
    description: 'The position of the agency in the item’s printed list, from 1. 印刷顺序',
  })
  order!: number;

  @Field(() => String, { description: PRINTED_NAME })
  printedName!: string;
}

@ObjectType({ description: 'The agencies responsible for an item, in printed order. 负责单位' })
export class ReformItemAgencyConnection extends connectionOf(
  () => Agency,
  () => ReformItemAgencyEdge,
) {}

@ObjectType({ description: 'A pilot zone of the item. 试点于' })
export class ReformItemZoneEdge extends evidencedEdgeTo(() => PilotZone, spansOf('PILOTED_IN')) {}

@ObjectType({ description: 'The zones where an item is piloted. 试点片区' })
export class ReformItemZoneConnection extends connectionOf(
  () => PilotZone,
  () => ReformItemZoneEdge,
) {}

@ObjectType({ description: 'A theme of the item. 主题' })
export class ReformItemThemeEdge extends evidencedEdgeTo(() => Theme, spansOf('HAS_THEME')) {}

@ObjectType({ description: 'The themes of an item. 主题' })
export class ReformItemThemeConnection extends connectionOf(
  () => Theme,
  () => ReformItemThemeEdge,
) {}
