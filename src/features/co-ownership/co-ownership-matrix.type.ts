import { Field, Int, ObjectType } from 'type-graphql';
import type { AgencyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost, nodesOf, upTo } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { Agency } from '../agency/agency.type.ts';

@ObjectType({
  description: 'A table of agencies by agencies with the number of items that each pair shares. 共同负责矩阵',
})
export class CoOwnershipMatrix {
  @Lists(upTo(MAX_PAGE, nodesOf('Agency')))
  @Field(() => [Agency], {
    description:
      'The agencies of rows and columns, at most 100, in the given order. Default order: most items first. 单位',
  })
  agencies!: AgencyNode[];

  @Lists(atMost(MAX_PAGE * MAX_PAGE))
  @Field(() => [[Int]], {
    description:
      'The number of items that agencies[i] and agencies[j] share, at counts[i][j]; at counts[i][i], the number of items of agencies[i]. 共同事项数',
  })
  counts!: number[][];

  @Field(() => Int, {
    description: 'The number of agencies that have matching items but are not in the matrix. 未列出的单位数',
  })
  omitted!: number;

  @Field(() => Int, {
    description: 'The number of pairs in the matrix that share items. 非空单元格数（每对计一次）',
  })
  cellCount!: number;
}
