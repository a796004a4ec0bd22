import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AGENCY_KINDS, AGENCY_LEVELS } from '../../domain/nodes.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { Node } from '../node/node.type.ts';

export const AgencyKind = enumOf(AGENCY_KINDS);
registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: 'What an agency is. 单位性质',
  valuesConfig: {
    PARTY_ORGAN: { description: 'Organ of the Party. 党委部门' },
    GOVERNMENT_DEPARTMENT: { description: 'Department of the government. 政府部门' },
    BORDER_AUTHORITY: { description: 'Customs or maritime safety. 口岸监管机构' },
    FINANCIAL_REGULATOR: { description: 'Branch of a central financial regulator. 中央金融管理部门派出机构' },
    ZONE_BODY: { description: 'Body of the free-trade zone. 自贸试验区机构' },
    UNLISTED: { description: 'Named in a bulletin but not in the vocabulary. 词表未收录' },
  },
});

export const AgencyLevel = enumOf(AGENCY_LEVELS);
registerEnumType(AgencyLevel, {
  name: 'AgencyLevel',
  description: 'The level of government that an agency reports to. 层级',
  valuesConfig: {
    CENTRAL: { description: 'The central government. 中央垂直管理' },
    MUNICIPAL: { description: 'The city. 市级' },
    FREE_TRADE_ZONE: { description: 'The free-trade zone. 自贸试验区' },
    UNLISTED: { description: 'Named in a bulletin but not in the vocabulary. 词表未收录' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A government body that is responsible for reform items, or that a text names. 负责单位',
})
export class Agency extends Node {
  @Field(() => String, { description: 'Canonical name. 规范名称' })
  name!: string;

  @Field(() => [String], { description: 'Other names that find it. 别名' })
  aliases!: string[];

  @Field(() => AgencyKind, { description: 'What it is. 性质' })
  kind!: keyof typeof AgencyKind;

  @Field(() => AgencyLevel, { description: 'The level of government it reports to. 层级' })
  level!: keyof typeof AgencyLevel;

  @Field(() => String, {
    nullable: true,
    description: 'The day it was established, such as 2018-11-01; null if unknown. 设立日期',
  })
  validFrom?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The day it was dissolved; null if it still exists. 撤销日期',
  })
  validTo?: string;
}

@ObjectType({ description: 'A former name of an agency. 曾用名' })
export class FormerName {
  @Field(() => String, { description: 'The name. 名称' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The first day of the name; null if unknown. 启用日期',
  })
  validFrom!: string | null;

  @Field(() => String, { description: 'The last day of the name. 停用日期' })
  validTo!: string;
}
