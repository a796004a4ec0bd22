import { ArgsType, Field, Int } from 'type-graphql';
import type { AnyNode } from '../../domain/nodes.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { DEFAULT_PAGE, MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';

/** The reform items counted in a count, in order. */
export interface UnderlyingItems {
  firstItems(first: number): AnyNode[];
}

/** The items with these node indexes. */
export const itemsAt = (snapshot: GraphSnapshot, nodeIndexes: readonly number[]): UnderlyingItems => ({
  firstItems: (first) => nodeIndexes.slice(0, first).map((nodeIndex) => snapshot.node(nodeIndex)),
});

@ArgsType()
export class UnderlyingItemsArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: `The maximum number of results, 1 to ${MAX_PAGE}. 最多几条`,
  })
  first!: number;
}

/** @throws InvalidInput if `first` is out of range */
export function loadUnderlyingItems(count: UnderlyingItems, { first }: UnderlyingItemsArgs) {
  assertBetween('first', first, 1, MAX_PAGE);
  return count.firstItems(first);
}
