import { BLOCK_SIZE, blockId, parseChange } from '../../domain/change-record.ts';
import type { RelationshipType } from '../../domain/model.ts';
import { labelOf, type NodeId } from '../../domain/node-id.ts';
import type { PageParams } from '../../graphql/relay/connection.ts';
import { toGlobalId } from '../../graphql/relay/global-id.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { nodeKindOf } from '../node/kinds.ts';
import { loadBlock } from './change-blocks.ts';
import type { GraphChange } from './changes.type.ts';

/** A change with its position in its import, counted from 0. */
export interface PlacedChange {
  readonly key: number;
  readonly node: GraphChange;
}

/** A page of an import's changes. Reads only the blocks of that page. */
export async function changePage(
  context: RequestContext,
  version: number,
  total: number,
  { first, afterKey, backward }: PageParams<number>,
): Promise<{ total: number; edges: PlacedChange[] }> {
  const start = backward ? Math.max(0, (afterKey ?? total) - first) : (afterKey ?? -1) + 1;
  const end = backward ? (afterKey ?? total) : Math.min(total, start + first);
  const blocks: number[] = [];
  for (let block = Math.floor(start / BLOCK_SIZE); block * BLOCK_SIZE < end; block += 1) blocks.push(block);
  const read = await Promise.all(blocks.map((block) => loadBlock(context, blockId(version, block))));
  const offset = (blocks[0] ?? 0) * BLOCK_SIZE;
  const edges = read
    .flat()
    .map((text, index) => ({ key: offset + index, text }))
    .slice(start - offset, end - offset)
    .map(({ key, text }) => ({ key, node: toChange(text) }));
  if (backward) edges.reverse();
  return { total, edges };
}

function toChange(text: string): GraphChange {
  const entry = parseChange(text);
  const { action, before, after } = entry;
  const json = (properties: object | undefined) =>
    properties === undefined ? null : JSON.stringify(properties);
  const node = 'node' in entry ? entry.node : null;
  const link = 'type' in entry ? entry : null;
  return {
    action,
    nodeKind: node === null ? null : nodeKindOf(labelOf(node as NodeId)),
    nodeId: node === null ? null : toGlobalId(node),
    relationshipKind: (link?.type as RelationshipType | undefined) ?? null,
    from: link === null ? null : toGlobalId(link.from),
    to: link === null ? null : toGlobalId(link.to),
    before: json(before),
    after: json(after),
  };
}
