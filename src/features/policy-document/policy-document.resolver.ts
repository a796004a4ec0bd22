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
import type { PolicyDocumentNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { connectionAlong, nodesAlong } from '../../graphql/linked.ts';
import { loadNodeList } from '../../graphql/node-list.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { evidencedByNode } from '../node/evidence.type.ts';
import { loadNamed } from '../node/names.ts';
import { linkedToMeant } from '../reform-item/linked-to-meant.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemFilter } from '../reform-item/reform-item-filter.input.ts';
import { loadUnmatched } from '../reform-item/unmatched-names.ts';
import { PolicyDocumentCitationConnection, PolicyDocumentConnection } from './policy-document.connections.ts';
import { PolicyDocument } from './policy-document.type.ts';

@InputType({ description: 'Which documents to return. 文件筛选' })
class PolicyDocumentFilter {
  @Field(() => ReformItemFilter, {
    nullable: true,
    description:
      'Is cited by reform items that match this filter: { zones: { anyOf: ["东疆片区"] } }. 引用它的事项满足',
  })
  reformItems?: ReformItemFilter;
}

@ArgsType()
class PolicyDocumentsArgs extends PageArgs {
  @Field(() => PolicyDocumentFilter, {
    nullable: true,
    description: 'Which ones to return. Default: all. 筛选',
  })
  filter?: PolicyDocumentFilter;
}

const CITED_BY = { type: 'CITES', outward: false, label: 'ReformItem' } as const;
const citedBy = nodesAlong(CITED_BY);
const citationsOf = connectionAlong(CITED_BY, evidencedByNode);

@Resolver(() => PolicyDocument)
export class PolicyDocumentResolver {
  @Query(() => PolicyDocument, {
    nullable: true,
    description: 'A document by its title, with its outer marks or without, or null. 按标题取文件',
  })
  document(
    @Arg('title', () => String, { description: 'Such as 绿色融资租赁高质量发展实施方案. 标题' })
    title: string,
    @Ctx() context: RequestContext,
  ) {
    return loadNamed(context, 'PolicyDocument', title.trim().replace(/^《(.*)》$/, '$1'), 'title');
  }

  @Lists(nodesOf('PolicyDocument'))
  @Query(() => PolicyDocumentConnection, {
    description: 'The documents that reform items cite, by title. 文件列表',
  })
  documents(
    @Args(() => PolicyDocumentsArgs) { filter, ...args }: PolicyDocumentsArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadNodeList(context, args, {
      label: 'PolicyDocument',
      name: 'documents',
      keyOf: ({ pinyin }) => pinyin,
      filter,
      unmatched: () => loadUnmatched(context, filter?.reformItems, 'filter.reformItems'),
      *condition() {
        const isMeant = yield* linkedToMeant(context, filter?.reformItems, 'CITES');
        return (_, index) => isMeant(index);
      },
    });
  }

  @Lists(upTo(MAX_PAGE, along(CITED_BY)))
  @FieldResolver(() => [ReformItem], {
    description: 'The items that cite it, by number; at most 100 (see `citations` for all). 引用事项',
  })
  citedBy(@Root() document: PolicyDocumentNode, @Ctx() context: RequestContext) {
    return citedBy(context, document);
  }

  @Lists(along(CITED_BY))
  @FieldResolver(() => PolicyDocumentCitationConnection, {
    description: 'The items that cite it, by number, with the words that prove it. 引用及依据',
  })
  citations(
    @Root() document: PolicyDocumentNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return citationsOf(context, document, args);
  }
}
