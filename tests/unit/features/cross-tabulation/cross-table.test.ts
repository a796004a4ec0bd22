import fc from 'fast-check';
import type { AnyNode } from '../../../../src/domain/nodes.ts';
import { CrossTable } from '../../../../src/features/cross-tabulation/cross-table.ts';
import { DIMENSIONS, type Dimension } from '../../../../src/features/cross-tabulation/dimensions.ts';
import { byText } from '../../../support/random-graphs.ts';
import {
  AGENCIES,
  BATCHES,
  DOMAIN_OF,
  DOMAINS,
  type PlainItem,
  plainItems,
  REGIONS,
  snapshotOfItems,
  THEMES,
  ZONES,
} from '../../../support/random-items.ts';
import { idsOf, indexOf } from '../../../support/snapshots.ts';

/** Every node of a dimension, and the function that lists an item’s nodes. */
const PLAIN: Readonly<
  Record<Dimension, { members: readonly string[]; has: (item: PlainItem, id: string) => boolean }>
> = {
  AGENCY: { members: AGENCIES, has: ({ agencies }, id) => agencies.includes(id) },
  ZONE: { members: ZONES, has: ({ zones }, id) => zones.includes(id) },
  THEME: { members: THEMES, has: ({ themes }, id) => themes.includes(id) },
  // A domain has the items of its themes and the items that name the domain itself.
  DOMAIN: {
    members: DOMAINS,
    has: ({ themes }, id) => themes.some((theme) => theme === id || DOMAIN_OF[theme] === id),
  },
  REGION: { members: REGIONS, has: ({ region }, id) => region.includes(id) },
  BATCH: { members: BATCHES, has: ({ batch }, id) => batch.includes(id) },
};

interface Question {
  readonly rows: Dimension;
  readonly columns: Dimension;
  /** The items to count, by position in the list. */
  readonly items: readonly PlainItem[];
  readonly all: readonly PlainItem[];
  readonly most: number;
}

const questions: fc.Arbitrary<Question> = plainItems.chain((all) =>
  fc.record({
    all: fc.constant(all),
    items: fc.oneof(fc.constant(all), fc.subarray([...all])),
    rows: fc.constantFrom(...DIMENSIONS),
    columns: fc.constantFrom(...DIMENSIONS),
    most: fc.integer({ min: 1, max: 6 }),
  }),
);

function ask({ all, items, rows, columns, most }: Question) {
  const snapshot = snapshotOfItems(all);
  const nodeIndexes = items.map(({ id }) => indexOf(snapshot, id));
  return { snapshot, table: new CrossTable(snapshot, nodeIndexes, rows, columns, most) };
}

const of = (items: readonly PlainItem[], dimension: Dimension, id: string): PlainItem[] =>
  items.filter((item) => PLAIN[dimension].has(item, id));
/** Most items first, then by id. Agencies are those responsible for any item, inside or outside the question. */
const listed = ({ all, items }: Question, dimension: Dimension): string[] =>
  PLAIN[dimension].members
    .filter((id) => dimension !== 'AGENCY' || of(all, dimension, id).length > 0)
    .sort((a, b) => of(items, dimension, b).length - of(items, dimension, a).length || byText(a, b));
const inBoth = ({ items, rows, columns }: Question, row: string, column: string): string[] =>
  of(of(items, rows, row), columns, column).map(({ id }) => id);

describe('a table of random items', () => {
  test('lists every node of its dimensions, most items first, and counts the nodes that did not fit', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { snapshot, table } = ask(asked);
        const [rows, columns] = [listed(asked, asked.rows), listed(asked, asked.columns)];
        expect(idsOf(snapshot, table.rows)).toEqual(rows.slice(0, asked.most));
        expect(idsOf(snapshot, table.columns)).toEqual(columns.slice(0, asked.most));
        expect(table.omittedRows).toBe(Math.max(0, rows.length - asked.most));
        expect(table.omittedColumns).toBe(Math.max(0, columns.length - asked.most));
      }),
      { numRuns: 200 },
    );
  });

  test('counts the items of each cell, each row, each column and in total', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { snapshot, table } = ask(asked);
        const [rows, columns] = [idsOf(snapshot, table.rows), idsOf(snapshot, table.columns)];
        expect(table.total).toBe(asked.items.length);
        expect(table.rowTotals).toEqual(rows.map((row) => of(asked.items, asked.rows, row).length));
        expect(table.columnTotals).toEqual(
          columns.map((column) => of(asked.items, asked.columns, column).length),
        );
        expect(table.counts).toEqual(
          rows.map((row) => columns.map((column) => inBoth(asked, row, column).length)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('names the rows and columns without shared items, including those that did not fit', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { snapshot, table } = ask(asked);
        const [rows, columns] = [listed(asked, asked.rows), listed(asked, asked.columns)];
        expect(idsOf(snapshot, table.emptyRows)).toEqual(
          rows.filter((row) => columns.every((column) => inBoth(asked, row, column).length === 0)),
        );
        expect(idsOf(snapshot, table.emptyColumns)).toEqual(
          columns.filter((column) => rows.every((row) => inBoth(asked, row, column).length === 0)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('lists its cells with their items: filled cells, most items first, and empty cells', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const { snapshot, table } = ask(asked);
        const expected = idsOf(snapshot, table.rows).flatMap((row) =>
          idsOf(snapshot, table.columns).map((column) => ({
            row,
            column,
            items: inBoth(asked, row, column),
          })),
        );
        const shown = (cells: ReturnType<CrossTable['filledCells']>) =>
          Promise.all(
            cells.map(async ({ row, column, count, firstItems }) => {
              const items = ((await firstItems(100)) as AnyNode[]).map(({ id }) => id);
              expect(count).toBe(items.length);
              return { row: row.id, column: column.id, items };
            }),
          );
        const filled = expected.filter(({ items }) => items.length > 0);
        // Sorting keeps the order of rows and columns among cells with equal counts.
        expect(await shown(table.filledCells())).toEqual(
          filled.sort((a, b) => b.items.length - a.items.length),
        );
        expect(await shown(table.emptyCells())).toEqual(expected.filter(({ items }) => items.length === 0));
      }),
      { numRuns: 100 },
    );
  });

  test('has a cell for any two nodes, in the table or not', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { snapshot, table } = ask({ ...asked, most: 1 });
        for (const row of PLAIN[asked.rows].members) {
          for (const column of PLAIN[asked.columns].members) {
            const cell = table.cell(indexOf(snapshot, row), indexOf(snapshot, column));
            expect(cell).toMatchObject({ row: { id: row }, column: { id: column } });
            expect(cell.count).toBe(inBoth(asked, row, column).length);
          }
        }
      }),
    );
  });
});
