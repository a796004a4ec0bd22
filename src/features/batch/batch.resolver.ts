import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { BatchNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { batchesIn } from '../../snapshot/graph-contents.ts';
import { PUBLISHED } from '../../snapshot/relations.ts';
import { loadCoded } from '../node/names.ts';
import { facetsOfLinked } from '../reform-item/facets.ts';
import { loadItemsOf } from '../reform-item/load-items-of.ts';
import { ReformItemConnection } from '../reform-item/reform-item.connections.ts';
import { ReformItemListArgs } from '../reform-item/reform-item-list.ts';
import { Batch, SourceFile } from './batch.type.ts';

@Resolver(() => Batch)
export class BatchResolver {
  @Query(() => Batch, { nullable: true, description: 'A batch by its code, or null. 按编号取批次' })
  batch(
    @Arg('code', () => String, { description: 'Such as "tj-7". 编号' }) code: string,
    @Ctx() context: RequestContext,
  ) {
    return loadCoded(context, 'Batch', code);
  }

  @Lists(upTo(MAX_PAGE, nodesOf('Batch')))
  @Query(() => [Batch], {
    description: 'The bulletins in the graph, sorted by publisher and number; at most 100. 批次',
  })
  batches(@Ctx() { snapshot }: RequestContext) {
    return batchesIn(snapshot).slice(0, MAX_PAGE);
  }

  @FieldResolver(() => SourceFile, { description: 'The source file. 来源文件' })
  source(@Root() { fileName, sha256 }: BatchNode): SourceFile {
    return { name: fileName, sha256 };
  }

  @Lists(along(PUBLISHED))
  @FieldResolver(() => ReformItemConnection, { description: 'Its items, by number. 事项' })
  async reformItems(
    @Root() batch: BatchNode,
    @Args(() => ReformItemListArgs) args: ReformItemListArgs,
    @Ctx() context: RequestContext,
  ) {
    const connection = await loadItemsOf(context, 'Batch', batch, args);
    return Object.assign(connection, { facets: facetsOfLinked(args.filter, 'PUBLISHED_IN', batch) });
  }
}
