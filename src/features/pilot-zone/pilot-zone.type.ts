import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { PILOT_ZONE_KINDS } from '../../domain/nodes.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { Node } from '../node/node.type.ts';

export const PilotZoneKind = enumOf(PILOT_ZONE_KINDS);
registerEnumType(PilotZoneKind, {
  name: 'PilotZoneKind',
  description: 'What a zone is. 区域类型',
  valuesConfig: {
    FREE_TRADE_ZONE: { description: 'A whole free-trade zone. 自贸试验区' },
    AREA: { description: 'An area of the zone. 片区' },
    LINKED_INNOVATION_ZONE: { description: 'A zone linked to it. 联动创新区' },
  },
});

@ObjectType({ implements: Node, description: 'A place where reforms are piloted. 试点片区' })
export class PilotZone extends Node {
  @Field(() => String, { description: 'Canonical name. 规范名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names by which it can be looked up, such as 东疆. 别名' })
  aliases!: string[];

  @Field(() => PilotZoneKind, { description: 'What it is. 区域类型' })
  kind!: keyof typeof PilotZoneKind;
}
