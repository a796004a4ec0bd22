import { registerEnumType } from 'type-graphql';
import { LABELS, type Label, labels, RELATIONSHIPS, relationshipTypes } from '../../domain/model.ts';
import { enumOf } from '../../graphql/enum-of.ts';

const screaming = (label: string): string => label.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
export const nodeKindOf = (label: Label): string => screaming(label);

const labelsByKind = new Map(labels.map((label) => [screaming(label), label]));
/** The label of a NodeKind value. */
export const labelOfKind = (kind: string): Label => labelsByKind.get(kind) as Label;

export const NodeKind = enumOf(labels.map(screaming));
registerEnumType(NodeKind, {
  name: 'NodeKind',
  description: 'The kinds of nodes. 节点类型',
  valuesConfig: Object.fromEntries(
    labels.map((label) => [screaming(label), { description: LABELS[label].gloss }]),
  ),
});

export const RelationshipKind = enumOf(relationshipTypes);
registerEnumType(RelationshipKind, {
  name: 'RelationshipKind',
  description: 'The kinds of relationships. 关系类型',
  valuesConfig: Object.fromEntries(
    relationshipTypes.map((type) => [type, { description: describeEnds(type) }]),
  ),
});

function describeEnds(type: keyof typeof RELATIONSHIPS): string {
  const { ends, gloss } = RELATIONSHIPS[type];
  return `${ends.map(([from, to]) => `${LABELS[from].gloss} → ${LABELS[to].gloss}`).join('; ')}. ${gloss}`;
}
