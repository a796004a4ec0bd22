import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ORGANIZATION_KINDS, type OrganizationKind } from '../../domain/facts.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { Node } from '../node/node.type.ts';

export const OrganizationKindEnum = enumOf(ORGANIZATION_KINDS);
registerEnumType(OrganizationKindEnum, {
  name: 'OrganizationKind',
  description: 'What an organization is, as far as its name tells. 机构类型',
  valuesConfig: {
    COMPANY: { description: '企业' },
    BANK: { description: '银行' },
    COURT_OR_ARBITRATION: { description: '法院、仲裁机构' },
    INSTITUTE: { description: '研究院所、高校、医院' },
    EXCHANGE: { description: '交易场所' },
    PLATFORM: { description: '平台、系统' },
    ALLIANCE: { description: '联盟' },
    ASSOCIATION: { description: '协会、商会' },
    OTHER: { description: '其他：中心、基地、办公室、基金等' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'A company, bank, court, institute or platform that items name; government bodies are agencies. 机构',
})
export class Organization extends Node {
  @Field(() => String, { description: 'Its name, in full where a text gives it. 名称' })
  name!: string;

  @Field(() => OrganizationKindEnum, { description: 'What it is. 类型' })
  kind!: OrganizationKind;
}
