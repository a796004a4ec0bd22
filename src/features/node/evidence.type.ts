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
    TITLE: { description: '`start` and `end` refer to `title`. 改革事项' },
    CONTENT: { description: '`start` and `end` refer to `content`. 主要内容及成效' },
    SCOPE: { description: '`start` and `end` refer to `scopeText`. 推广范围' },
    AGENCIES: { description: '`start` and `end` refer to `agenciesText`. 负责单位' },
  },
});

@ObjectType({ description: 'The words of a bulletin that prove a relationship. 依据' })
export class Evidence {
  @Field(() => ReformItem, { description: 'The item that contains the text. 所在事项' })
  item!: ReformItemNode;

  @Field(() => SourceFieldEnum, {
    description: 'The field of the item that `start` and `end` refer to. 栏目',
  })
  field!: SourceField;

  @Field(() => Int, { description: 'First character, counted from 0 in UTF-16 code units. 起' })
  start!: number;

  @Field(() => Int, { description: 'The position after the last character, counted as `start`. 止' })
  end!: number;

  @Field(() => String, { description: 'The words themselves, cut from the field at [start, end). 原文' })
  quote!: string;
}

const textOf = (item: ReformItemNode, field: SourceField): string =>
  ({ TITLE: item.title, CONTENT: item.content, SCOPE: item.scopeText, AGENCIES: item.agenciesText })[field];

/** Cuts the quotes from the text on each read. They are not stored, so they cannot differ from the text. */
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

/** The evidence of an edge from an item, in the words of that item. */
export const evidencedByOwner = (link: Evidenced & { readonly owner: ReformItemNode }) => ({
  evidence: () => evidenceOf(link.owner, link.properties),
});

/** The evidence of an edge to an item, in the words of that item. */
export const evidencedByNode = (link: Evidenced & { readonly node: ReformItemNode }) => ({
  evidence: () => evidenceOf(link.node, link.properties),
});
