import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Lists } from '../../graphql/cost/declarations.ts';
import type { ListBound } from '../../graphql/cost/list-bounds.ts';
import { edgeTo } from '../../graphql/relay/connection.types.ts';
import { Evidence } from './evidence.type.ts';

/**
 * The base of an edge with evidence from the text of a bulletin.
 * @param evidence the upper bound for the number of evidence spans
 */
export function evidencedEdgeTo<N extends object>(nodeType: () => ClassType<N>, evidence: ListBound) {
  @ObjectType()
  abstract class EvidencedEdgeBase extends edgeTo(nodeType) {
    @Lists(evidence)
    @Field(() => [Evidence], {
      description: 'The words in the bulletin that prove it, in reading order. 依据',
    })
    evidence!: Evidence[];
  }
  return EvidencedEdgeBase;
}
