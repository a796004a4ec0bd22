import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { changeCount, type ImportRecord } from '../../domain/change-record.ts';
import { InvalidInput } from '../../domain/errors.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { loadConnection } from '../../graphql/relay/connection.ts';
import { MAX_PAGE, PageArgs } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { changePage, type PlacedChange } from './change-page.ts';
import { GraphChangeConnection, GraphImport, GraphImportConnection } from './changes.type.ts';
import { type ImportEdge, importPage } from './import-page.ts';

@ArgsType()
class ChangesArgs extends PageArgs {
  @Field(() => Int, {
    description: 'The graph version you have; 0 lists all imports. 已知版本',
  })
  since!: number;
}

@Resolver(() => GraphImport)
export class ChangesResolver {
  @Lists(atMost(MAX_PAGE))
  @Query(() => GraphImportConnection, {
    description:
      'The changes of each import after a graph version, oldest first. Imports by older programs that kept no record are not listed. 版本之后的变更',
  })
  async changes(@Args(() => ChangesArgs) { since, ...args }: ChangesArgs, @Ctx() context: RequestContext) {
    if (since < 0) throw new InvalidInput('since', `${since} is less than 0`);
    const connection = await loadConnection<'int', ImportEdge, { node: CountedImport }>(
      context,
      {
        list: 'changes',
        keyType: 'int',
        idOf: ({ node }) => String(node.id),
        toEdge: ({ node }) => ({ node: toImport(node) }),
      },
      args,
      (page) => importPage(context, since, page),
    );
    return Object.assign(connection, { graphVersion: context.snapshot.version });
  }

  @Lists(atMost(MAX_PAGE))
  @FieldResolver(() => GraphChangeConnection, {
    description: 'Its changes, in an order that can be replayed. 变更明细',
  })
  details(
    @Root() { graphVersion, changes }: CountedImport,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext,
  ) {
    return loadConnection<'int', PlacedChange, { node: PlacedChange['node'] }>(
      context,
      {
        list: `changes of ${graphVersion}`,
        keyType: 'int',
        idOf: ({ key }) => String(key),
        toEdge: ({ node }) => ({ node }),
      },
      args,
      (page) => changePage(context, graphVersion, changes, page),
    );
  }
}

interface CountedImport extends GraphImport {
  /** The number of changes in the import. */
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
