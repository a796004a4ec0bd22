import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { along, upTo } from '../../graphql/cost/list-bounds.ts';
import { nodesAlong } from '../../graphql/linked.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { ReformItem } from './reform-item.type.ts';

const CONTINUES = { type: 'CONTINUES', outward: true, label: 'ReformItem' } as const;
const CONTINUED_BY = { type: 'CONTINUES', outward: false, label: 'ReformItem' } as const;
const continues = nodesAlong(CONTINUES);
const continuedBy = nodesAlong(CONTINUED_BY);

@Resolver(() => ReformItem)
export class ContinuationResolver {
  @Lists(upTo(MAX_PAGE, along(CONTINUES)))
  @FieldResolver(() => [ReformItem], {
    description: 'Items of earlier batches that it continues, by number; at most 100. 延续自',
  })
  continues(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return continues(context, item);
  }

  @Lists(upTo(MAX_PAGE, along(CONTINUED_BY)))
  @FieldResolver(() => [ReformItem], {
    description: 'Items of later batches that continue it, by number; at most 100. 后续事项',
  })
  continuedBy(@Root() item: ReformItemNode, @Ctx() context: RequestContext) {
    return continuedBy(context, item);
  }
}
