import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import type { AnyNode } from '../../domain/nodes.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { asArgumentsSay, cellsOf, gridOf, membersOfGroup, upTo } from '../../graphql/cost/list-bounds.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { findNode } from '../node/find-node.ts';
import { Node } from '../node/node.type.ts';
import { ReformItem } from '../reform-item/reform-item.type.ts';
import { ReformItemFilterArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import {
  loadUnderlyingItems,
  type UnderlyingItems,
  UnderlyingItemsArgs,
} from '../reform-item/underlying-items.ts';
import { CrossTable } from './cross-table.ts';
import { CrossTabulation, CrossTabulationCell } from './cross-tabulation.type.ts';
import { labelOf, membersOf, pathsTo } from './dimension-bounds.ts';
import { type Dimension, DimensionEnum, dimensions } from './dimensions.ts';

const MAX_CELLS = 1000;

@ArgsType()
class CrossTabulationArgs extends ReformItemFilterArgs {
  @Field(() => DimensionEnum, { description: 'The row dimension. 行维度' })
  rows!: Dimension;

  @Field(() => DimensionEnum, {
    description:
      'The column dimension. It can equal the row dimension; the diagonal then counts each node’s own items. 列维度',
  })
  columns!: Dimension;
}

@ArgsType()
class CellsArgs {
  @Field(() => Int, {
    defaultValue: 100,
    description: `The maximum number of results, 1 to ${MAX_CELLS}. 最多几个`,
  })
  first!: number;
}

const nodesAt = ({ snapshot }: CrossTable, nodeIndexes: readonly number[]): AnyNode[] =>
  nodeIndexes.slice(0, MAX_PAGE).map((nodeIndex) => snapshot.node(nodeIndex));

@Resolver(() => CrossTabulation)
export class CrossTabulationResolver {
  @Computes('table')
  @Query(() => CrossTabulation, {
    description: `Counts items by two dimensions and shows the gaps. Each dimension lists its nodes, most items first, at most ${MAX_PAGE}. 交叉统计`,
  })
  async crossTabulation(
    @Args(() => CrossTabulationArgs) { rows, columns, filter }: CrossTabulationArgs,
    @Ctx() context: RequestContext,
  ): Promise<CrossTable> {
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    return context.compute(function* () {
      return new CrossTable(snapshot, yield* itemsMatching(snapshot, clauses), rows, columns, MAX_PAGE);
    });
  }

  @Lists(asArgumentsSay(({ rows }) => upTo(MAX_PAGE, membersOf(rows))))
  @FieldResolver(() => [Node], { description: 'The rows, most items first; at most 100. 行' })
  rows(@Root() table: CrossTable) {
    return nodesAt(table, table.rows);
  }

  @Lists(asArgumentsSay(({ columns }) => upTo(MAX_PAGE, membersOf(columns))))
  @FieldResolver(() => [Node], { description: 'The columns, most items first; at most 100. 列' })
  columns(@Root() table: CrossTable) {
    return nodesAt(table, table.columns);
  }

  @Lists(asArgumentsSay(({ rows }) => upTo(MAX_PAGE, membersOf(rows))))
  @FieldResolver(() => [Node], {
    description: `Nodes of the rows’ dimension that share no item with any column, such as themes that no zone pilots; at most ${MAX_PAGE}. 全空的行`,
  })
  emptyRows(@Root() table: CrossTable) {
    return nodesAt(table, table.emptyRows);
  }

  @Lists(asArgumentsSay(({ columns }) => upTo(MAX_PAGE, membersOf(columns))))
  @FieldResolver(() => [Node], {
    description: `Nodes of the columns’ dimension that share no item with any row; at most ${MAX_PAGE}. 全空的列`,
  })
  emptyColumns(@Root() table: CrossTable) {
    return nodesAt(table, table.emptyColumns);
  }

  @Computes('tableCells')
  @Lists(asArgumentsSay(({ rows, columns }) => cellsOf(pathsTo(rows), pathsTo(columns))))
  @FieldResolver(() => [CrossTabulationCell], {
    description: 'The non-empty cells, most items first. 非空单元格',
  })
  cells(
    @Root() table: CrossTable,
    @Args(() => CellsArgs) { first }: CellsArgs,
    @Ctx() context: RequestContext,
  ) {
    assertBetween('first', first, 1, MAX_CELLS);
    return context.compute(() => table.filledCells().slice(0, first));
  }

  @FieldResolver(() => Int, { description: 'The number of non-empty cells. 非空单元格数' })
  cellCount(@Root() table: CrossTable): number {
    return table.counts.flat().filter((count) => count > 0).length;
  }

  @Computes('tableCells')
  @Lists(asArgumentsSay(({ rows, columns }) => gridOf(labelOf(rows), labelOf(columns), MAX_PAGE)))
  @FieldResolver(() => [CrossTabulationCell], {
    description: 'The empty cells, in row and column order. 空单元格',
  })
  emptyCells(
    @Root() table: CrossTable,
    @Args(() => CellsArgs) { first }: CellsArgs,
    @Ctx() context: RequestContext,
  ) {
    assertBetween('first', first, 1, MAX_CELLS);
    return context.compute(() => table.emptyCells().slice(0, first));
  }

  @FieldResolver(() => Int, { description: 'The number of empty cells. 空单元格数' })
  emptyCellCount(@Root() table: CrossTable): number {
    return table.counts.flat().filter((count) => count === 0).length;
  }

  @FieldResolver(() => CrossTabulationCell, {
    description:
      'The cell of a row and a column, each by id, name, alias or code; of 0 items where they share none. A node that is not of the dimension is refused. 指定单元格',
  })
  cell(
    @Root() table: CrossTable,
    @Arg('row', () => ID, { description: 'A node of the row dimension. 行' }) row: string,
    @Arg('column', () => ID, { description: 'A node of the column dimension. 列' }) column: string,
  ) {
    return table.cell(memberOf(table, 'row', row), memberOf(table, 'column', column));
  }
}

/**
 * @throws InvalidInput naming the argument, also if the node has the right kind but is not in the dimension (such as a
 * domain among themes)
 */
function memberOf({ snapshot, dimensions: of }: CrossTable, side: 'row' | 'column', given: string): number {
  const { label, members } = dimensions[of[side]];
  const nodeIndex = findNode(snapshot, given, side, label);
  if (members(snapshot).includes(nodeIndex)) return nodeIndex;
  throw new InvalidInput(side, `${JSON.stringify(given.slice(0, 40))} is not of the dimension ${of[side]}`);
}

@Resolver(() => CrossTabulationCell)
export class CrossTabulationCellResolver {
  @Lists(membersOfGroup)
  @FieldResolver(() => [ReformItem], { description: 'The items that belong to both, by number. 事项' })
  items(@Root() cell: UnderlyingItems, @Args(() => UnderlyingItemsArgs) args: UnderlyingItemsArgs) {
    return loadUnderlyingItems(cell, args);
  }
}
