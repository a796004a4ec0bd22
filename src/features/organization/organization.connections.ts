import { Field, ObjectType } from 'type-graphql';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import { connectionOf, edgeTo } from '../../graphql/relay/connection.types.ts';
import { Agency } from '../agency/agency.type.ts';
import { evidencedEdgeTo } from '../node/evidenced-edge.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Organization } from './organization.type.ts';

const SHORT_NAMES = 'Other names that the item’s own text joins to it, such as 天津OTC; at most 100. 简称';

import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';

@ObjectType({ description: 'An organization in a list. 机构' })
export class OrganizationEdge extends edgeTo(() => Organization) {}

@ObjectType({ description: 'A page of organizations. 机构列表' })
export class OrganizationConnection extends filteredConnectionOf(
  () => Organization,
  () => OrganizationEdge,
) {}

@ObjectType({ description: 'A mention of an organization in the item. 提到' })
export class ReformItemMentionEdge extends evidencedEdgeTo(() => Organization, spansOf('MENTIONS')) {
  @Field(() => [String], { description: SHORT_NAMES })
  shortNames!: string[];
}

@ObjectType({ description: 'The organizations that an item names. 提到的机构' })
export class ReformItemMentionConnection extends connectionOf(
  () => Organization,
  () => ReformItemMentionEdge,
) {}

@ObjectType({ description: 'That an item names the organization. 提到' })
export class OrganizationMentionEdge extends evidencedEdgeTo(() => ReformItem, spansOf('MENTIONS')) {
  @Field(() => [String], { description: SHORT_NAMES })
  shortNames!: string[];
}

@ObjectType({ description: 'The items that name an organization. 提到它的事项' })
export class OrganizationMentionConnection extends connectionOf(
  () => ReformItem,
  () => OrganizationMentionEdge,
) {}

@ObjectType({ description: 'A mention in the item of an agency that is not responsible for it. 提到' })
export class ReformItemMentionedAgencyEdge extends evidencedEdgeTo(
  () => Agency,
  spansOf('MENTIONS_AGENCY'),
) {}

@ObjectType({
  description: 'Agencies that an item mentions and that are not responsible for it. 提到的单位',
})
export class ReformItemMentionedAgencyConnection extends connectionOf(
  () => Agency,
  () => ReformItemMentionedAgencyEdge,
) {}

@ObjectType({ description: 'A mention of the agency in an item that it is not responsible for. 提到' })
export class AgencyMentionEdge extends evidencedEdgeTo(() => ReformItem, spansOf('MENTIONS_AGENCY')) {}

@ObjectType({
  description: 'Reform items that mention an agency without making it responsible. 提到它的事项',
})
export class AgencyMentionConnection extends connectionOf(
  () => ReformItem,
  () => AgencyMentionEdge,
) {}
