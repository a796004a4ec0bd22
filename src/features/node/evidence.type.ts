import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { EvidenceProperties, SourceField, Span } from '../../domain/evidence.ts';
import { SOURCE_FIELDS, toSpans } from '../../domain/evidence.ts';
import type { ReformItemNode } from '../../domain/nodes.ts';
import { enumOf } from '../../graphql/enum-of.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';

export const SourceFieldEnum = enumOf(SOURCE_FIELDS);
registerEnumType(SourceFieldEnum, {
  name: 'SourceField',
  description: 'The column of the bulletin that a piece of evidence stands in. 原文栏目',
  valuesConfig: {
    TITLE: { description: 'Counts in title. 改革事项' },
    CONTENT: { description: 'Counts in content. 主要内容及成效' },
    SCOPE: { description: 'Counts in scopeText. 推广范围' },
    AGENCIES: { description: 'Counts in agenciesText. 负责单位' },
  },
});

@ObjectType({ description: 'The words of a bulletin that prove a relationship. 依据' })
export class Evidence {
  @Field(() => ReformItem, { description: 'The item whose text it is. 所在事项' })
  item!: ReformItemNode;

  @Field(() => SourceFieldEnum, { description: 'The field of the item that start and end count in. 栏目' })
  field!: SourceField;

  @Field(() => Int, { description: 'First character, counted from 0 in UTF-16 code units. 起' })
  start!: number;

  @Field(() => Int, { description: 'Behind the last character. 止' })
  end!: number;

  @Field(() => String, { description: 'The words themselves, cut from the field at [start, end). 原文' })
  quote!: string;
}

const textOf = (item: ReformItemNode, field: SourceField): string =>
  ({ TITLE: item.title, CONTENT: item.content, SCOPE: item.scopeText, AGENCIES: item.agenciesText })[field];

/** The quotes are cut here and nowhere stored, so that they can't drift from the text. */
export function evidenceOf(item: ReformItemNode, properties: Partial<EvidenceProperties>): Evidence[] {
  return toSpans(properties).map(({ field, start, end }: Span) => ({
    item,
    field,
    start,
    end,
    quote: textOf(item, field).slice(start, end),
  }));
}

interface Evidenced {
  readonly properties: Partial<EvidenceProperties>;
}

/** What an edge from an item tells, proved by the words of the item. */
export const evidencedByOwner = (link: Evidenced & { readonly owner: ReformItemNode }) => ({
  evidence: () => evidenceOf(link.owner, link.properties),
});

/** What an edge to an item tells, proved by the words of the item. */
export const evidencedByNode = (link: Evidenced & { readonly node: ReformItemNode }) => ({
  evidence: () => evidenceOf(link.node, link.properties),
});
