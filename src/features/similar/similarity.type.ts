import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import type {
  AgencyNode,
  PilotZoneNode,
  PolicyDocumentNode,
  ReformItemNode,
  ThemeNode,
} from '../../domain/nodes.ts';
import { Lists, SameNode } from '../../graphql/cost/declarations.ts';
import { along, atMost } from '../../graphql/cost/list-bounds.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { CITED, RESPONSIBLE, RESPONSIBLE_FOR, THEMES, ZONES } from '../../snapshot/relations.ts';
import { Agency } from '../agency/agency.type.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { PolicyDocument } from '../policy-document/policy-document.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Theme } from '../theme/theme.type.ts';

export const SIMILARITY_ASPECTS = ['AGENCIES', 'THEMES', 'ZONES', 'DOCUMENTS', 'TEXT', 'ITEMS'] as const;
export type SimilarityAspect = (typeof SIMILARITY_ASPECTS)[number];
export const SimilarityAspectEnum = enumOf(SIMILARITY_ASPECTS);
registerEnumType(SimilarityAspectEnum, {
  name: 'SimilarityAspect',
  description: 'The aspects of similarity. 相似的方面',
  valuesConfig: {
    AGENCIES: { description: 'Responsible agencies. 负责单位' },
    THEMES: { description: 'Themes. 主题' },
    ZONES: { description: 'Zones where they are piloted. 试点片区' },
    DOCUMENTS: { description: 'Documents named in the text, 《…》. 文件' },
    TEXT: { description: 'Pairs of neighbouring characters of title and content. 文字' },
    ITEMS: { description: 'Reform items both are responsible for. 共同事项' },
  },
});

@ObjectType({ description: 'One aspect of a similarity. 相似度的组成' })
export class SimilarityPart {
  @Field(() => SimilarityAspectEnum, { description: 'The aspect. 方面' })
  aspect!: SimilarityAspect;

  @Field(() => Float, {
    description: 'The similarity in this aspect: shared members divided by all members, 0 to 1. 相似程度',
  })
  value!: number;

  @Field(() => Float, {
    description: 'The weight of this aspect; the score is the sum of value × weight. 权重',
  })
  weight!: number;
}

@ObjectType({ description: 'A similar reform item, with the reasons. 相似事项' })
export class SimilarReformItem {
  @SameNode()
  @Field(() => ReformItem, { description: 'The other item. 事项' })
  item!: ReformItemNode;

  @Field(() => Float, { description: 'The sum of its parts, 0 to 1. 相似度' })
  score!: number;

  @Lists(atMost(SIMILARITY_ASPECTS.length))
  @Field(() => [SimilarityPart], { description: 'The parts of the score. 组成' })
  parts!: SimilarityPart[];

  @Lists(along(RESPONSIBLE, 'ReformItem'))
  @Field(() => [Agency], { description: 'Agencies responsible for both. 共同负责单位' })
  sharedAgencies!: AgencyNode[];

  @Lists(along(THEMES, 'ReformItem'))
  @Field(() => [Theme], { description: 'Themes of both. 共同主题' })
  sharedThemes!: ThemeNode[];

  @Lists(along(ZONES, 'ReformItem'))
  @Field(() => [PilotZone], { description: 'Zones where both are piloted. 共同片区' })
  sharedZones!: PilotZoneNode[];

  @Lists(along(CITED, 'ReformItem'))
  @Field(() => [PolicyDocument], { description: 'Documents that both cite. 共同文件' })
  sharedDocuments!: PolicyDocumentNode[];
}

@ObjectType({ description: 'A similar agency, with the reasons. 相似单位' })
export class SimilarAgency {
  @SameNode()
  @Field(() => Agency, { description: 'The other agency. 单位' })
  agency!: AgencyNode;

  @Field(() => Float, { description: 'The sum of its parts, 0 to 1. 相似度' })
  score!: number;

  @Lists(atMost(SIMILARITY_ASPECTS.length))
  @Field(() => [SimilarityPart], { description: 'The parts of the score. 组成' })
  parts!: SimilarityPart[];

  @Lists(along([RESPONSIBLE_FOR, THEMES], 'Agency'))
  @Field(() => [Theme], { description: 'Themes of both agencies’ items. 共同主题' })
  sharedThemes!: ThemeNode[];

  @Lists(along([RESPONSIBLE_FOR, ZONES], 'Agency'))
  @Field(() => [PilotZone], { description: 'Zones of both agencies’ items. 共同片区' })
  sharedZones!: PilotZoneNode[];
}
