import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { Agency } from '../agency/agency.type.ts';

@ObjectType({ description: 'Agencies against agencies, with how many items each two share. 共同负责矩阵' })
export class CoOwnershipMatrix {
  @Lists(upTo(MAX_PAGE, nodesOf('Agency')))
  @Field(() => [Agency], {
    description:
      'The agencies of rows and columns alike, at most 100: in the order asked for, or else most items first. 单位',
  })
  agencies!: AgencyNode[];

  @Lists(atMost(MAX_PAGE * MAX_PAGE))
  @Field(() => [[Int]], {
    description:
      'How many items agencies[i] and agencies[j] share, at counts[i][j]; at counts[i][i], how many agencies[i] has. 共同事项数',
  })
  counts!: number[][];

  @Field(() => Int, {
    description:
      'How many agencies have items that meet the filter and are not in the matrix. 未列出的单位数',
  })
  omitted!: number;

  @Field(() => Int, { description: 'How many pairs in the matrix share items. 非空单元格数（每对计一次）' })
  cellCount!: number;
}
