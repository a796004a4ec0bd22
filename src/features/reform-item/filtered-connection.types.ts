import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { connectionOf } from '../../graphql/relay/connection.types.ts';
import { MAX_UNMATCHED, UnmatchedName } from './unmatched.type.ts';

/** The base of a connection type for lists with a filter on reform items. */
export function filteredConnectionOf<N extends object, E extends object>(
  nodeType: () => ClassType<N> | (abstract new () => N),
  edgeType: () => ClassType<E>,
) {
  @ObjectType()
  abstract class FilteredConnectionBase extends connectionOf(nodeType, edgeType) {
    @Computes('unmatched')
    @Lists(atMost(MAX_UNMATCHED))
    @Field(() => [UnmatchedName], {
      description: `Names in the filter that the graph does not have, at most ${MAX_UNMATCHED}, with similar names; empty if it has all of them. 未匹配的名称`,
    })
    unmatched!: UnmatchedName[];
  }
  return FilteredConnectionBase;
}
