import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { RELATIONSHIPS } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { AnyNode, ReformItemNode } from '../../domain/nodes.ts';
import type { EdgeProperties } from '../../domain/relationships.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { spansOf } from '../../graphql/cost/list-bounds.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { Evidence, evidenceOf } from '../node/evidence.type.ts';
import { Relationship } from './relationship.type.ts';

@Resolver(() => Relationship)
export class RelationshipResolver {
  @FieldResolver(() => String, {
    description: 'The kind in Chinese, read from start node to end node. 中文名',
  })
  gloss(@Root() { kind }: Relationship): string {
    return RELATIONSHIPS[kind].gloss;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'In RESPONSIBLE_FOR, the agency’s place among those of the item, as printed, from 1. 印刷顺序',
  })
  order(@Root() relationship: Relationship, @Ctx() context: RequestContext): number | null {
    return propertiesOf(relationship, context).order ?? null;
  }

  @Lists(spansOf())
  @FieldResolver(() => [Evidence], {
    description:
      'The words in the bulletin that prove it; empty if it comes from a vocabulary or the file itself. 依据',
  })
  evidence(@Root() relationship: Relationship, @Ctx() context: RequestContext): Evidence[] {
    const item = itemOf(relationship);
    return item === undefined ? [] : evidenceOf(item, propertiesOf(relationship, context));
  }
}

/** The reform item at one of its ends, if there is one. */
const itemOf = ({ from, to }: Relationship): ReformItemNode | undefined =>
  [from, to].find((node: AnyNode): node is ReformItemNode => labelOf(node.id as NodeId) === 'ReformItem');

/** The properties of the relationship; its kind determines which it has. */
function propertiesOf(
  { kind, from, to }: Relationship,
  { snapshot }: RequestContext,
): EdgeProperties<'RESPONSIBLE_FOR'> {
  const [start, end] = [snapshot.indexOf(from.id), snapshot.indexOf(to.id)];
  if (start === undefined || end === undefined) return {};
  return snapshot.edgeProperties(start, kind, end) ?? {};
}
