import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along } from '../../graphql/cost/list-bounds.ts';
import { connectionAlong } from '../../graphql/linked.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { Agency } from '../agency/agency.type.ts';
import { evidencedByNode } from '../node/evidence.type.ts';
import { AgencyMentionConnection } from './organization.connections.ts';

const NAMED_BY = { type: 'MENTIONS_AGENCY', outward: false, label: 'ReformItem' } as const;
const mentionsOf = connectionAlong(NAMED_BY, evidencedByNode);

@Resolver(() => Agency)
export class AgencyMentionsResolver {
  @Lists(along(NAMED_BY))
  @FieldResolver(() => AgencyMentionConnection, {
    description:
      'Reform items that mention it without making it responsible, by number, with the words that prove it. 提到它的事项',
  })
  mentions(@Root() agency: AgencyNode, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext) {
    return mentionsOf(context, agency, args);
  }
}
