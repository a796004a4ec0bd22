import { ObjectType } from 'type-graphql';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { PilotZone } from './pilot-zone.type.ts';

@ObjectType({ description: 'A zone in a list. 片区' })
export class PilotZoneEdge extends edgeTo(() => PilotZone) {}

@ObjectType({ description: 'A page of zones. 片区列表' })
export class PilotZoneConnection extends connectionOf(
  () => PilotZone,
  () => PilotZoneEdge,
) {}

@ObjectType({ description: 'An item piloted in the zone. 试点' })
export class ZoneReformItemEdge extends evidencedEdgeTo(() => ReformItem, spansOf('PILOTED_IN')) {}

@ObjectType({ description: 'The items piloted in a zone. 试点事项' })
export class ZoneReformItemConnection extends filteredConnectionOf(
  () => ReformItem,
  () => ZoneReformItemEdge,
) {}
