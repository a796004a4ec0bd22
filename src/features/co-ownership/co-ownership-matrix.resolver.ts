import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { Computes, Lists } from '../../graphql/cost/declarations.ts';
import { pairsOf } from '../../graphql/cost/list-bounds.ts';
import { assertBetween } from '../../graphql/relay/bounds.ts';
import { MAX_PAGE } from '../../graphql/relay/page-args.ts';
import type { RequestContext } from '../../graphql/request-context.ts';
import { itemsMatching } from '../../snapshot/items-matching.ts';
import { RESPONSIBLE } from '../../snapshot/relations.ts';
import { findAgency } from '../node/find-node.ts';
import { ReformItemFilterArgs } from '../reform-item/reform-item-list.ts';
import { resolveFilter } from '../reform-item/resolve-filter.ts';
import { CoOwnership } from './co-ownership.type.ts';
import { CoOwnershipTable } from './co-ownership-matrix.ts';
import { CoOwnershipMatrix } from './co-ownership-matrix.type.ts';

const MAX_CELLS = 2000;

@ArgsType()
class MatrixArgs extends ReformItemFilterArgs {
  @Field(() => [ID], {
    nullable: true,
    description: `The agencies, by id, name or alias, at most ${MAX_PAGE}. Default: the ${MAX_PAGE} with the most items. 单位`,
  })
  agencies?: string[];
}

@ArgsType()
class CellsArgs {
  @Field(() => Int, {
    defaultValue: 200,
    description: `The maximum number of results, 1 to ${MAX_CELLS}. 最多几对`,
  })
  first!: number;
}

@Resolver(() => CoOwnershipMatrix)
export class CoOwnershipMatrixResolver {
  @Computes('pairs')
  @Query(() => CoOwnershipMatrix, {
    description:
      'A table of how many items each pair of agencies shares. An unknown agency is refused; one given twice is listed once. 共同负责矩阵',
  })
  async coOwnershipMatrix(
    @Args(() => MatrixArgs) { agencies, filter }: MatrixArgs,
    @Ctx() context: RequestContext,
  ): Promise<CoOwnershipTable> {
    if (agencies && agencies.length > MAX_PAGE)
      throw new InvalidInput('agencies', `${agencies.length} agencies; give at most ${MAX_PAGE}`);
    const clauses = resolveFilter(context, filter);
    const { snapshot } = context;
    const chosen = agencies?.map((agency, index) => findAgency(snapshot, agency, `agencies[${index}]`));
    return context.compute(function* () {
      const items = yield* itemsMatching(snapshot, clauses);
      return new CoOwnershipTable(snapshot, items, chosen && [...new Set(chosen)], MAX_PAGE);
    });
  }

  @FieldResolver(() => CoOwnership, {
    nullable: true,
    description:
      'The cell of two agencies, given by id, name or alias, in the matrix or not; null if they share nothing or are the same. 单元格',
  })
  cell(
    @Root() table: CoOwnershipTable,
    @Arg('row', () => ID, { description: 'An agency. 行' }) row: string,
    @Arg('column', () => ID, { description: 'The other agency. 列' }) column: string,
  ) {
    const { snapshot } = table;
    return table.cell(findAgency(snapshot, row, 'row'), findAgency(snapshot, column, 'column'));
  }

  @Lists(pairsOf(RESPONSIBLE))
  @FieldResolver(() => [CoOwnership], {
    description: 'The non-empty cells, each pair once, the most shared items first. 非空单元格',
  })
  cells(@Root() table: CoOwnershipTable, @Args(() => CellsArgs) { first }: CellsArgs) {
    assertBetween('first', first, 1, MAX_CELLS);
    return table.cells(first);
  }
}
