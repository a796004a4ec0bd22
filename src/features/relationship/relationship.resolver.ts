import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { type EvidenceProperties, evidenceProperties } from '../../domain/evidence.ts';
import { RELATIONSHIPS } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode, ReformItemNode } from '../../domain/nodes.ts';
import { loadCarried } from '../../graphql/carried.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { andThen, type MaybePromise } from '../../graphql/maybe-promise.ts';
import { Evidence, evidenceOf } from '../node/evidence.type.ts';
import { Relationship } from './relationship.type.ts';

@Resolver(() => Relationship)
export class RelationshipResolver {
  @FieldResolver(() => String, { description: 'The kind in Chinese, read from start to end. 中文名' })
  gloss(@Root() { kind }: Relationship): string {
    return RELATIONSHIPS[kind].gloss;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'In RESPONSIBLE_FOR, the agency’s place among those of the item, as printed, from 1. 印刷顺序',
  })
  async order(@Root() relationship: Relationship, @Ctx() context: GraphContext): Promise<number | null> {
    const order = (await loadProperties(relationship, context))?.order;
    return typeof order === 'number' ? order : null;
  }

  @FieldResolver(() => [Evidence], {
    description:
      'The words of the bulletin that prove it; none where it comes from a vocabulary or the file itself. 依据',
  })
  async evidence(@Root() relationship: Relationship, @Ctx() context: GraphContext): Promise<Evidence[]> {
    const item = itemOf(relationship);
    if (item === undefined || !RELATIONSHIPS[relationship.kind].evidence) return [];
    const spans = evidenceProperties.safeParse(await loadProperties(relationship, context));
    return spans.success ? evidenceOf(item, spans.data satisfies EvidenceProperties) : [];
  }
}

/** The reform item at one of its ends, if there is one. */
const itemOf = ({ from, to }: Relationship): ReformItemNode | undefined =>
  [from, to].find((node: AnyNode): node is ReformItemNode => labelOf(node.id as NodeId) === 'ReformItem');

/** What the edge carries, or undefined between vocabulary entries, which carries nothing. One statement a level. */
function loadProperties(
  relationship: Relationship,
  context: GraphContext,
): MaybePromise<Record<string, unknown> | undefined> {
  const item = itemOf(relationship);
  if (item === undefined) return undefined;
  const { kind, from, to } = relationship;
  const other = item.id === from.id ? to.id : from.id;
  return andThen(
    loadCarried(context, item, kind, (id) => id === other),
    ([carried]) => carried,
  );
}
