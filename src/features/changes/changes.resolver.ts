import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { changeCount, type ImportRecord, importRecord } from '../../domain/change-record.ts';
import { InvalidInput } from '../../domain/errors.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { PageArgs } from '../../graphql/relay/page-args.ts';
import { changesBlocks, changesImports } from '../../store/statements.gen.ts';
import { changePage } from './change-page.ts';
import { GraphChangeConnection, GraphImport, GraphImportConnection } from './changes.type.ts';

@ArgsType()
class ChangesArgs extends PageArgs {
  @Field(() => Int, {
    description: 'The version of the graph that you know; 0 for all imports there were. 已知版本',
  })
  since!: number;
}

@Resolver(() => GraphImport)
export class ChangesResolver {
  @Query(() => GraphImportConnection, {
    description:
      'What each import changed behind a version of the graph, oldest first; those of a program that kept no record are not among them. 版本之后的变更',
  })
  async changes(
    @Args(() => ChangesArgs) { since, ...args }: ChangesArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (since < 0) throw new InvalidInput('since', `${since} is less than 0`);
    return loadConnection(context, {
      list: changesImports.file,
      keyType: 'int',
      args,
      info,
      fetch: async (page) => (await context.read(changesImports, { ...page, since }))[0],
      idOf: ({ node }) => String(node.id),
      toEdge: ({ node }) => ({ node: toImport(importRecord.parse(node)) }),
    });
  }

  @FieldResolver(() => GraphChangeConnection, {
    description: 'What it changed, in an order in which it can be followed. 变更明细',
  })
  details(
    @Root() { graphVersion, changes }: CountedImport,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loadConnection(context, {
      list: `${changesBlocks.file} ${graphVersion}`,
      keyType: 'int',
      args,
      info,
      fetch: (page) => changePage(context, graphVersion, changes, page),
      idOf: ({ key }) => String(key),
      toEdge: ({ node }) => ({ node }),
    });
  }
}

interface CountedImport extends GraphImport {
  /** How many. */
  readonly changes: number;
}

const toImport = (record: ImportRecord): CountedImport => ({
  graphVersion: record.version,
  at: record.at,
  batch: record.batch,
  changes: changeCount(record),
  nodes: { added: record.nodesAdded, updated: record.nodesUpdated, removed: record.nodesRemoved },
  relationships: {
    added: record.relationshipsAdded,
    updated: record.relationshipsUpdated,
    removed: record.relationshipsRemoved,
  },
});
