import { ArgsType, Field, Int } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphContext } from '../../graphql/context.ts';
import { DEFAULT_PAGE, MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { nodeByIds } from '../../store/statements.gen.ts';

/** Ids of the items that two agencies share, as the statement names them: in order, at most MAX_PAGE. */
export interface Shared {
  readonly itemIds: readonly string[];
}

@ArgsType()
export class SharedItemsArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: `How many at most, 1 to ${MAX_PAGE}. 最多几条`,
  })
  first!: number;
}

/** @throws InvalidInput when `first` is out of range */
export async function loadSharedItems(
  { relations }: GraphContext,
  { itemIds }: Shared,
  { first }: SharedItemsArgs,
): Promise<(AnyNode | null)[]> {
  if (first < 1 || first > MAX_PAGE)
    throw new InvalidInput('first', `${first} is not between 1 and ${MAX_PAGE}`);
  return Promise.all(itemIds.slice(0, first).map((id) => relations.loadNode(nodeByIds, id)));
}
