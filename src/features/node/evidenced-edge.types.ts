import { type ClassType, Field, ObjectType } from 'type-graphql';
import { edgeTo } from '../../graphql/relay/connection.types.ts';
import { Evidence } from './evidence.type.ts';

/** The base of an edge that the text of a bulletin proves. */
export function evidencedEdgeTo<N extends object>(nodeType: () => ClassType<N>) {
  @ObjectType()
  abstract class EvidencedEdgeBase extends edgeTo(nodeType) {
    @Field(() => [Evidence], {
      description: 'The words of the bulletin that prove it, in reading order. 依据',
    })
    evidence!: Evidence[];
  }
  return EvidencedEdgeBase;
}
