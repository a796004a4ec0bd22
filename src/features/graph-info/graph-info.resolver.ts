import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { LABELS, RELATIONSHIPS } from '../../domain/model.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { batchesIn, countNodesIn, countRelationshipsIn } from '../../snapshot/graph-contents.ts';
import { changedAtOf } from '../../store/graph-version.ts';
import { nodeKindOf } from '../node/kinds.ts';
import { GraphInfo } from './graph-info.type.ts';

@Resolver(() => GraphInfo)
export class GraphInfoResolver {
  @Query(() => GraphInfo, { description: 'About the graph: version, counts and sources. 图谱概况' })
  graph(@Ctx() { snapshot, engine }: RequestContext) {
    return { version: snapshot.version, builtAt: changedAtOf(snapshot.stamp), engine };
  }

  @FieldResolver()
  nodes(@Ctx() { snapshot }: RequestContext) {
    return countNodesIn(snapshot).map(({ label, count }) => ({
      kind: nodeKindOf(label),
      gloss: LABELS[label].gloss,
      count,
    }));
  }

  @FieldResolver()
  relationships(@Ctx() { snapshot }: RequestContext) {
    return countRelationshipsIn(snapshot).map(({ type, count }) => ({
      kind: type,
      gloss: RELATIONSHIPS[type].gloss,
      count,
    }));
  }

  @FieldResolver()
  sources(@Ctx() { snapshot }: RequestContext) {
    return batchesIn(snapshot).slice(0, MAX_PAGE);
  }
}
