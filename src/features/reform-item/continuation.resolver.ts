import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, upTo } from '../../graphql/cost/list-bounds.ts';
import { loadNodes } from '../../graphql/linked.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { ReformItem } from './reform-item.type.ts';

@Resolver(() => ReformItem)
export class ContinuationResolver {
  @Lists(upTo(MAX_PAGE, along({ type: 'CONTINUES', outward: true, label: 'ReformItem' })))
  @FieldResolver(() => [ReformItem], {
    description: 'The items of earlier batches that it goes on with, by number; at most 100. 延续自',
  })
  continues(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNodes(context, item, { type: 'CONTINUES', outward: true, label: 'ReformItem' });
  }

  @Lists(upTo(MAX_PAGE, along({ type: 'CONTINUES', outward: false, label: 'ReformItem' })))
  @FieldResolver(() => [ReformItem], {
    description: 'The items of later batches that go on with it, by number; at most 100. 后续事项',
  })
  continuedBy(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return loadNodes(context, item, { type: 'CONTINUES', outward: false, label: 'ReformItem' });
  }
}
