import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { connectionOf } from '../../graphql/relay/connection.types.ts';
import { MAX_UNMATCHED, UnmatchedName } from './unmatched.type.ts';

/** The base of a connection type over lists that a filter of reform items restricts. */
export function filteredConnectionOf<N extends object, E extends object>(
  nodeType: () => ClassType<N> | (abstract new () => N),
  edgeType: () => ClassType<E>,
) {
  @ObjectType()
  abstract class FilteredConnectionBase extends connectionOf(nodeType, edgeType) {
    @Computes('unmatched')
    @Lists(atMost(MAX_UNMATCHED))
    @Field(() => [UnmatchedName], {
      description: `The names in the filter that the graph lacks, at most ${MAX_UNMATCHED}, with those that are like them; empty where it has them all. 未匹配的名称`,
    })
    unmatched!: UnmatchedName[];
  }
  return FilteredConnectionBase;
}
