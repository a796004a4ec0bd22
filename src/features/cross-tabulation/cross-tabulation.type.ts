import { Field, Int, ObjectType } from 'type-graphql';
import type { AnyNode } from '../../domain/nodes.ts';
import { Lists } from '../../graphql/cost/declarations.ts';
import { atMost } from '../../graphql/cost/list-bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import { Node } from '../node/node.type.ts';

@ObjectType({ description: 'The items that belong to one row and one column. 单元格' })
export class CrossTabulationCell {
  @Field(() => Node, { description: 'The row. 行' })
  row!: AnyNode;

  @Field(() => Node, { description: 'The column. 列' })
  column!: AnyNode;

  @Field(() => Int, { description: 'The number of items that belong to both. 事项数' })
  count!: number;
}

@ObjectType({
  description:
    'Reform items counted by two dimensions at once. An item of two zones and two themes is in four cells, so cells add up to more than the totals. 交叉统计表',
})
export class CrossTabulation {
  @Field(() => Int, {
    description: 'The number of items that match the filter, whether they are in a cell or not. 事项总数',
  })
  total!: number;

  @Lists(atMost(MAX_PAGE))
  @Field(() => [Int], { description: 'The number of items in each row, each item counted once. 各行事项数' })
  rowTotals!: number[];

  @Lists(atMost(MAX_PAGE))
  @Field(() => [Int], {
    description: 'The number of items in each column, each item counted once. 各列事项数',
  })
  columnTotals!: number[];

  @Lists(atMost(MAX_PAGE * MAX_PAGE))
  @Field(() => [[Int]], {
    description: 'The number of items that belong to rows[i] and columns[j], at counts[i][j]. 各单元格事项数',
  })
  counts!: number[][];

  @Field(() => Int, {
    description:
      'The number of nodes of the row dimension that did not fit: those with the fewest items. 未列出的行数',
  })
  omittedRows!: number;

  @Field(() => Int, {
    description:
      'The number of nodes of the column dimension that did not fit: those with the fewest items. 未列出的列数',
  })
  omittedColumns!: number;
}
