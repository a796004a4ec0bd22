import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { OrganizationKind } from '../../domain/facts.ts';
import type { OrganizationNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { isOneOf } from '../../graphql/is-one-of.ts';
import { connectionAlong, nodesAlong } from '../../graphql/linked.ts';
import { loadNodeList } from '../../graphql/node-list.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import type { Link } from '../../snapshot/cached-links.ts';
import { evidencedByNode } from '../node/evidence.type.ts';
import { loadNamed } from '../node/names.ts';
import { linkedToMeant } from '../reform-item/linked-to-meant.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { OrganizationConnection, OrganizationMentionConnection } from './organization.connections.ts';
import { Organization, OrganizationKindEnum } from './organization.type.ts';

@InputType({ description: 'Which organizations to return: all conditions must match. 机构筛选' })
class OrganizationFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Is named by reform items that match this filter: { zones: { anyOf: ["东疆片区"] } }. 提到它的事项满足',
  })
  reformItems?: ReformItemFilter;

  @Field(() => [OrganizationKindEnum], { nullable: true, description: 'Has one of these kinds. 类型' })
  kinds?: OrganizationKind[];
}

@ArgsType()
class OrganizationsArgs extends PageArgs {
  @Field(() => OrganizationFilter, {
    nullable: true,
    description: 'Which ones to return. Default: all. 筛选',
  })
  filter?: OrganizationFilter;
}

const NAMED_BY = { type: 'MENTIONS', outward: false, label: 'ReformItem' } as const;
const mentionedIn = nodesAlong(NAMED_BY);
const mentionsOf = connectionAlong(NAMED_BY, (link: Link<'MENTIONS', 'ReformItem'>) => ({
  ...evidencedByNode(link),
  shortNames: () => link.properties.shortNames ?? [],
}));

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: 'An organization by its name, or one that a text gives for short, or null. 按名称取机构',
  })
  organization(
    @Arg('name', () => String, { description: 'Such as 天津滨海柜台交易市场 or 天津OTC. 名称或简称' })
    name: string,
    @Ctx() context: RequestContext,
  ) {
    return loadNamed(context, 'Organization', name);
  }

  @Lists(nodesOf('Organization'))
  @Query(() => OrganizationConnection, {
    description: 'The organizations that reform items name, by name. 机构列表',
  })
  organizations(
    @Args(() => OrganizationsArgs) { filter, ...args }: OrganizationsArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadNodeList(context, args, {
      label: 'Organization',
      name: 'organizations',
      keyOf: ({ pinyin }) => pinyin,
      filter,
      unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
      *condition() {
        const isMeant = yield* linkedToMeant(context, filter?.reformItems, 'MENTIONS');
        return ({ kind }, index) => isOneOf(filter?.kinds, kind) && isMeant(index);
      },
    });
  }

  @FieldResolver(() => [String], {
    description: 'Other names that texts give it, such as 天津OTC; at most 100. 简称',
  })
  shortNames(@Root() { id }: OrganizationNode, @Ctx() context: RequestContext) {
    const nodeIndex = context.snapshot.indexOf(id);
    return nodeIndex === undefined ? [] : context.snapshot.shortNames(nodeIndex).slice(0, MAX_PAGE);
  }

  @Lists(upTo(MAX_PAGE, along(NAMED_BY)))
  @FieldResolver(() => [ReformItem], {
    description: 'The items that mention it, by number; at most 100 (see `mentions` for all). 提到它的事项',
  })
  mentionedIn(@Root() organization: OrganizationNode, @Ctx() context: RequestContext) {
    return mentionedIn(context, organization);
  }

  @Lists(along(NAMED_BY))
  @FieldResolver(() => OrganizationMentionConnection, {
    description: 'The items that mention it, by number, with the words that prove it. 提到及依据',
  })
  mentions(
    @Root() organization: OrganizationNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return mentionsOf(context, organization, args);
  }
}
