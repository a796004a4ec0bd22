import { ArgsType, Field, Int } from 'type-graphql';
import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { DEFAULT_PAGE, MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { nodeByIds } from '../../store/statements.gen.ts';

/** The reform items behind a count, in order. */
export interface ItemsBehind {
  firstItems(first: number): Promise<(AnyNode | null)[]> | AnyNode[];
}

/** As a statement names them: at most MAX_PAGE ids. One statement fetches those of a whole level. */
export const itemsById = ({ relations }: GraphContext, ids: readonly string[]): ItemsBehind => ({
  firstItems: (first) => Promise.all(ids.slice(0, first).map((id) => relations.loadNode(nodeByIds, id))),
});

/** As places in the snapshot. */
export const itemsAt = (snapshot: GraphSnapshot, places: readonly number[]): ItemsBehind => ({
  firstItems: (first) => places.slice(0, first).map((place) => snapshot.node(place)),
});

@ArgsType()
export class ItemsBehindArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: `How many at most, 1 to ${MAX_PAGE}. 最多几条`,
  })
  first!: number;
}

/** @throws InvalidInput when `first` is out of range */
export function loadItemsBehind(count: ItemsBehind, { first }: ItemsBehindArgs) {
  assertBetween('first', first, 1, MAX_PAGE);
  return count.firstItems(first);
}
