import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { LABELS, RELATIONSHIPS } from '../../domain/model.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { countNodes, countRelationships } from '../../store/graph-counts.ts';
import { batchAll, graphVersion } from '../../store/statements.gen.ts';
import { nodeKindOf } from '../node/kinds.ts';
import { GraphInfo } from './graph-info.type.ts';

@Resolver(() => GraphInfo)
export class GraphInfoResolver {
  @Query(() => GraphInfo, { description: 'What the graph holds: version, counts, sources. 图谱概况' })
  async graph(@Ctx() { read, engine }: GraphContext) {
    const [row] = await read(graphVersion, {});
    return { version: row?.version ?? 0, builtAt: row?.changedAt ?? null, engine };
  }

  @FieldResolver()
  async nodes(@Ctx() { read }: GraphContext) {
    const rows = await countNodes({ read });
    return rows.map(({ label, count }) => ({
      kind: nodeKindOf(label),
      gloss: LABELS[label].gloss,
      count,
    }));
  }

  @FieldResolver()
  async relationships(@Ctx() { read }: GraphContext) {
    const rows = await countRelationships({ read });
    return rows.map(({ type, count }) => ({
      kind: type,
      gloss: RELATIONSHIPS[type].gloss,
      count,
    }));
  }

  @FieldResolver()
  async sources(@Ctx() { read }: GraphContext) {
    return (await read(batchAll, { first: MAX_PAGE })).map(({ node }) => node);
  }
}
