import { type ClassType, Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/relay/connection.types.ts';
import { UnmatchedName } from './unmatched.type.ts';

/** The base of a connection type over lists that a filter of reform items restricts. */
export function filteredConnectionOf<N extends object, E extends object>(
  nodeType: () => ClassType<N> | (abstract new () => N),
  edgeType: () => ClassType<E>,
) {
  @ObjectType()
  abstract class FilteredConnectionBase extends connectionOf(nodeType, edgeType) {
    @Field(() => [UnmatchedName], {
      description:
        'The names in the filter that the graph lacks, with those that are like them; empty where it has them all. 未匹配的名称',
    })
    unmatched!: UnmatchedName[];
  }
  return FilteredConnectionBase;
}
