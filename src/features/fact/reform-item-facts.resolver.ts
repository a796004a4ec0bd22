import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, upTo } from '../../graphql/cost/list-bounds.ts';
import { connectionAlong, nodesAlong } from '../../graphql/linked.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { Link } from '../../snapshot/cached-links.ts';
import { CITED, statedAs } from '../../snapshot/relations.ts';
import { evidencedByOwner } from '../node/evidence.type.ts';
import {
  ReformItemMentionConnection,
  ReformItemMentionedAgencyConnection,
} from '../organization/organization.connections.ts';
import { Organization } from '../organization/organization.type.ts';
import { ReformItemCitationConnection } from '../policy-document/policy-document.connections.ts';
import { PolicyDocument } from '../policy-document/policy-document.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Figure } from './figure.type.ts';
import { FirstClaim } from './first-claim.type.ts';
import { Milestone } from './milestone.type.ts';

const NAMED = { type: 'MENTIONS', outward: true, label: 'Organization' } as const;
const NAMED_AGENCIES = { type: 'MENTIONS_AGENCY', outward: true, label: 'Agency' } as const;

const firstClaimsOf = nodesAlong(statedAs('FirstClaim'));
const figuresOf = nodesAlong(statedAs('Figure'));
const milestonesOf = nodesAlong(statedAs('Milestone'));
const documentsOf = nodesAlong(CITED);
const organizationsOf = nodesAlong(NAMED);
const citationsOf = connectionAlong(CITED, evidencedByOwner);
const mentionsOf = connectionAlong(NAMED, (link: Link<'MENTIONS', 'Organization', ReformItemNode>) => ({
  ...evidencedByOwner(link),
  shortNames: () => link.properties.shortNames ?? [],
}));
const mentionedAgenciesOf = connectionAlong(NAMED_AGENCIES, evidencedByOwner);

/** The information in an item's title and content, beyond its columns. */
@Resolver(() => ReformItem)
export class ReformItemFactsResolver {
  @Lists(upTo(MAX_PAGE, along(statedAs('FirstClaim'))))
  @FieldResolver(() => [FirstClaim], {
    description: 'The first claims in its text, in reading order; at most 100. 首创',
  })
  firstClaims(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return firstClaimsOf(context, item);
  }

  @Lists(upTo(MAX_PAGE, along(statedAs('Figure'))))
  @FieldResolver(() => [Figure], {
    description: 'The figures in its text, in reading order; at most 100. 数据',
  })
  figures(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return figuresOf(context, item);
  }

  @Lists(upTo(MAX_PAGE, along(statedAs('Milestone'))))
  @FieldResolver(() => [Milestone], {
    description: 'The dated events in its text, in reading order; at most 100. 时间节点',
  })
  milestones(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return milestonesOf(context, item);
  }

  @Lists(upTo(MAX_PAGE, along(CITED)))
  @FieldResolver(() => [PolicyDocument], {
    description: 'The documents it cites, by title; at most 100 (see `citations` for the words). 引用文件',
  })
  documents(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return documentsOf(context, item);
  }

  @Lists(upTo(MAX_PAGE, along(NAMED)))
  @FieldResolver(() => [Organization], {
    description:
      'The organizations it mentions, by name; at most 100 (see `mentions` for the words). 提到的机构',
  })
  organizations(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return organizationsOf(context, item);
  }

  @Lists(along(CITED))
  @FieldResolver(() => ReformItemCitationConnection, {
    description: 'The documents it cites, by title, with the words that prove it. 引用文件及依据',
  })
  citations(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return citationsOf(context, item, args);
  }

  @Lists(along(NAMED))
  @FieldResolver(() => ReformItemMentionConnection, {
    description: 'The organizations it mentions, by name, with the words that prove it. 提到的机构及依据',
  })
  mentions(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return mentionsOf(context, item, args);
  }

  @Lists(along(NAMED_AGENCIES))
  @FieldResolver(() => ReformItemMentionedAgencyConnection, {
    description:
      'Agencies it mentions that are not responsible for it, by name, with the words that prove it. 提到的单位',
  })
  mentionedAgencies(
    @Root() item: ReformItemNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return mentionedAgenciesOf(context, item, args);
  }
}
