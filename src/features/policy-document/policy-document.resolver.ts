import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { PolicyDocumentNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadConnection, loadRelated } from '../../graphql/relay/connection.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import {
  policyDocumentByTitles,
  policyDocumentCitations,
  policyDocumentCitedBy,
  policyDocumentPage,
} from '../../store/statements.gen.ts';
import { evidenceOf } from '../node/evidence.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { PolicyDocumentCitationConnection, PolicyDocumentConnection } from './policy-document.connections.ts';
import { PolicyDocument } from './policy-document.type.ts';

@Resolver(() => PolicyDocument)
export class PolicyDocumentResolver {
  @Query(() => PolicyDocument, {
    nullable: true,
    description: 'A document by its title, with its outer marks or without, or null. 按标题取文件',
  })
  document(
    @Arg('title', () => String, { description: 'Such as 绿色融资租赁高质量发展实施方案. 标题' })
    title: string,
    @Ctx() { relations }: GraphContext,
  ) {
    return relations.loadNode(policyDocumentByTitles, title.trim().replace(/^《(.*)》$/, '$1'));
  }

  @Query(() => PolicyDocumentConnection, { description: 'The documents that items cite, by title. 文件列表' })
  documents(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadConnection(context, {
      list: policyDocumentPage.file,
      keyType: 'string',
      args,
      info,
      fetch: async (page) => (await context.read(policyDocumentPage, page))[0],
      idOf: ({ node }) => node.id,
      toEdge: ({ node }) => ({ node }),
    });
  }

  @FieldResolver(() => [ReformItem], {
    description: 'The items that cite it, by number; at most 100, and citations has all. 引用事项',
  })
  citedBy(@Root() document: PolicyDocumentNode, @Ctx() { relations }: GraphContext) {
    return relations.loadNodes(policyDocumentCitedBy, document.id);
  }

  @FieldResolver(() => PolicyDocumentCitationConnection, {
    description: 'The items that cite it, by number, with the words. 引用及依据',
  })
  citations(
    @Root() document: PolicyDocumentNode,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadRelated(
      context,
      info,
      document,
      policyDocumentCitations,
      'string',
      args,
      {},
      ({ node, edge }) => ({
        node,
        evidence: evidenceOf(node, edge),
      }),
    );
  }
}
