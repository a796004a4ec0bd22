import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { LABELS, type Label, RELATIONSHIPS, type RelationshipType } from '../../domain/model.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import {
  batchAll,
  graphLabelCounts,
  graphRelationshipCounts,
  graphVersion,
} from '../../store/statements.gen.ts';
import { GraphInfo, nodeKindOf } from './graph-info.type.ts';

@Resolver(() => GraphInfo)
export class GraphInfoResolver {
  @Query(() => GraphInfo, { description: 'What the graph holds: version, counts, sources. 图谱概况' })
  async graph(@Ctx() { read, engine }: GraphContext) {
    const [row] = await read(graphVersion, {});
    return { version: row?.version ?? 0, builtAt: row?.changedAt ?? null, engine };
  }

  @FieldResolver()
  async nodes(@Ctx() { read }: GraphContext) {
    const rows = await read(graphLabelCounts, {});
    return rows.map(({ label, count }) => ({
      kind: nodeKindOf(label),
      gloss: LABELS[label as Label].gloss,
      count,
    }));
  }

  @FieldResolver()
  async relationships(@Ctx() { read }: GraphContext) {
    const rows = await read(graphRelationshipCounts, {});
    return rows.map(({ type, count }) => ({
      kind: type,
      gloss: RELATIONSHIPS[type as RelationshipType].gloss,
      count,
    }));
  }

  @FieldResolver()
  async sources(@Ctx() { read }: GraphContext) {
    return (await read(batchAll, { first: MAX_PAGE })).map(({ node }) => node);
  }
}
