import { Field, Int, ObjectType } from 'type-graphql';
import { RELATIONSHIPS } from '../../domain/model.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { asArgumentsSay, atMost } from '../../graphql/cost/list-bounds.ts';
import { Node } from '../node/node.type.ts';
import { Relationship } from '../relationship/relationship.type.ts';

@ObjectType({ description: 'A shortest way between two nodes. 路径' })
export class Path {
  @Field(() => Int, { description: 'The number of relationships in the path. 长度' })
  length!: number;

  @Lists(asArgumentsSay(({ maxLength }) => atMost(Number(maxLength) + 1)))
  @Field(() => [Node], { description: 'The nodes on the way, both ends included, in order. 途经节点' })
  nodes!: AnyNode[];

  @Lists(asArgumentsSay(({ maxLength }) => atMost(Number(maxLength))))
  @Field(() => [Relationship], {
    description: 'The relationships on the way, in order; each keeps its own direction. 途经关系',
  })
  relationships!: Relationship[];

  @Field(() => String, {
    description:
      'The way as a sentence, items by their number (by their code where there are several batches): 天津海关 —负责→ 4 ←负责— 天津市商务局. 文字表述',
  })
  sentence!: string;
}

/** @param oneBatch whether an item's number alone identifies it */
export function toSentence(
  nodes: readonly AnyNode[],
  relationships: readonly Relationship[],
  oneBatch: boolean,
): string {
  const parts = relationships.map(({ kind, from }, index) => {
    const { gloss } = RELATIONSHIPS[kind];
    const arrow = from.id === nodes[index]?.id ? `—${gloss}→` : `←${gloss}—`;
    return `${arrow} ${nameOf(nodes[index + 1] as AnyNode, oneBatch)}`;
  });
  return [nameOf(nodes[0] as AnyNode, oneBatch), ...parts].join(' ');
}

function nameOf(node: AnyNode, oneBatch: boolean): string {
  if ('agenciesText' in node) return oneBatch ? String(node.number) : node.code;
  if ('name' in node) return node.name;
  if ('title' in node) return node.title;
  if ('subject' in node) return node.subject;
  return 'unit' in node ? `${node.value}${node.unit}` : node.date;
}
