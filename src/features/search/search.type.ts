import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { AnyNode } from '../../domain/nodes.ts';
import { SameNode } from '../../graphql/cost/declarations.ts';
import { Agency } from '../agency/agency.type.ts';
import { Batch } from '../batch/batch.type.ts';
import { NodeKind } from '../node/kinds.ts';
import { Organization } from '../organization/organization.type.ts';
import { PilotZone } from '../pilot-zone/pilot-zone.type.ts';
import { PolicyDocument } from '../policy-document/policy-document.type.ts';
import { filteredConnectionOf } from '../reform-item/filtered-connection.types.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { Region } from '../region/region.type.ts';
import { Theme } from '../theme/theme.type.ts';

export const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'Anything that search finds. 搜索结果',
  types: () => [ReformItem, Agency, PilotZone, Theme, Region, Batch, PolicyDocument, Organization] as const,
});

@ObjectType({ description: 'A place in a text where a search word was found. 高亮' })
export class Highlight {
  @Field(() => String, {
    description: 'The field of the node, such as title; one of several aliases is aliases[2]. 栏目',
  })
  field!: string;

  @Field(() => Int, { description: 'First character, counted from 0 in UTF-16 code units. 起' })
  start!: number;

  @Field(() => Int, { description: 'The position after the last character, counted as `start`. 止' })
  end!: number;

  @Field(() => String, { description: 'The words themselves, cut from the field at [start, end). 原文' })
  text!: string;
}

@ObjectType({ description: 'The number of results of one kind. 按类型计数' })
export class NodeKindCount {
  @Field(() => NodeKind, { description: 'The kind. 类型' })
  kind!: string;

  @Field(() => String, { description: 'The kind in Chinese. 中文名' })
  gloss!: string;

  @Field(() => Int, { description: 'The number. 数量' })
  count!: number;
}

@ObjectType({ description: 'A search result. 搜索结果' })
export class SearchEdge {
  @SameNode()
  @Field(() => SearchResult, { description: 'The node. 节点' })
  node!: AnyNode;

  @Field(() => String, {
    description: 'The position of this edge in its list, for `after` and `before`. 游标',
  })
  cursor!: string;

  @Field(() => Float, {
    description:
      'The match score; higher is better. Names and titles count more than running text, rare words more than common words, the word itself more than its pinyin. Do not compare scores of different searches. 相关度',
  })
  score!: number;
}

@ObjectType({ description: 'The results of a search, the best match first. 搜索结果列表' })
export class SearchConnection extends filteredConnectionOf(
  () => SearchResult as never,
  () => SearchEdge,
) {}
