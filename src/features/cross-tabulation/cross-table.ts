import type { AnyNode } from '../../domain/nodes.ts';
import type { GraphSnapshot } from '../../snapshot/graph-snapshot.ts';
import { itemsAt, type UnderlyingItems } from '../reform-item/underlying-items.ts';
import { type Dimension, dimensions, itemsByMember } from './dimensions.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
  /** Node indexes of reform items, in order of position. */
  readonly items: readonly number[];
}

/** A cell in the form that GraphQL returns. */
export interface CellValue extends UnderlyingItems {
  readonly row: AnyNode;
  readonly column: AnyNode;
  readonly count: number;
}

/** Reform items counted by two dimensions at once. Each dimension lists all its nodes, most items first. */
export class CrossTable {
  readonly snapshot: GraphSnapshot;
  /** The dimension of the rows and the dimension of the columns. */
  readonly dimensions: { readonly row: Dimension; readonly column: Dimension };
  /** Node indexes, most items first, then by id. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** All nodes of the dimension that share no item with any node of the other one. */
  readonly emptyRows: readonly number[];
  readonly emptyColumns: readonly number[];
  readonly omittedRows: number;
  readonly omittedColumns: number;
  /** The number of all items, in a cell or not. */
  readonly total: number;
  readonly #rowItems: ReadonlyMap<number, readonly number[]>;
  readonly #columnItems: ReadonlyMap<number, readonly number[]>;
  readonly #cells = new Map<number, Cell & { items: number[] }>();

  /** @param most the maximum number of rows, and of columns */
  constructor(
    snapshot: GraphSnapshot,
    items: readonly number[],
    rows: Dimension,
    columns: Dimension,
    most: number,
  ) {
    this.snapshot = snapshot;
    this.dimensions = { row: rows, column: columns };
    this.total = items.length;
    this.#rowItems = itemsByMember(snapshot, rows, items);
    this.#columnItems = itemsByMember(snapshot, columns, items);
    for (const item of items) {
      const across = [...dimensions[columns].of(snapshot, item)];
      for (const row of dimensions[rows].of(snapshot, item)) {
        for (const column of across) this.#put(row, column, item);
      }
    }
    const cells = [...this.#cells.values()];
    const [allRows, allColumns] = [
      ordered(dimensions[rows].members(snapshot), this.#rowItems),
      ordered(dimensions[columns].members(snapshot), this.#columnItems),
    ];
    this.emptyRows = without(allRows, new Set(cells.map(({ row }) => row)));
    this.emptyColumns = without(allColumns, new Set(cells.map(({ column }) => column)));
    this.rows = allRows.slice(0, most);
    this.columns = allColumns.slice(0, most);
    this.omittedRows = allRows.length - this.rows.length;
    this.omittedColumns = allColumns.length - this.columns.length;
  }

  #key(row: number, column: number): number {
    return row * this.snapshot.nodes.length + column;
  }

  #get(row: number, column: number): Cell {
    return this.#cells.get(this.#key(row, column)) ?? { row, column, items: [] };
  }

  #put(row: number, column: number, item: number): void {
    const cell = this.#cells.get(this.#key(row, column));
    if (cell) cell.items.push(item);
    else this.#cells.set(this.#key(row, column), { row, column, items: [item] });
  }

  cell(row: number, column: number): CellValue {
    return this.#show(this.#get(row, column));
  }

  get counts(): number[][] {
    return this.rows.map((row) => this.columns.map((column) => this.#get(row, column).items.length));
  }

  get rowTotals(): number[] {
    return this.rows.map((row) => this.#rowItems.get(row)?.length ?? 0);
  }

  get columnTotals(): number[] {
    return this.columns.map((column) => this.#columnItems.get(column)?.length ?? 0);
  }

  /** The cells of the table with items, most items first, then in the order of rows and columns. */
  filledCells(): CellValue[] {
    return this.#allCells()
      .filter(({ items }) => items.length > 0)
      .sort((a, b) => b.items.length - a.items.length)
      .map((cell) => this.#show(cell));
  }

  /** The cells of the table without items, in the order of rows and columns. */
  emptyCells(): CellValue[] {
    return this.#allCells()
      .filter(({ items }) => items.length === 0)
      .map((cell) => this.#show(cell));
  }

  #allCells(): Cell[] {
    return this.rows.flatMap((row) => this.columns.map((column) => this.#get(row, column)));
  }

  #show({ row, column, items }: Cell): CellValue {
    return {
      row: this.snapshot.node(row),
      column: this.snapshot.node(column),
      count: items.length,
      ...itemsAt(this.snapshot, items),
    };
  }
}

const ordered = (members: readonly number[], itemsOf: ReadonlyMap<number, readonly number[]>): number[] =>
  [...members].sort((a, b) => (itemsOf.get(b)?.length ?? 0) - (itemsOf.get(a)?.length ?? 0) || a - b);

const without = (members: readonly number[], some: ReadonlySet<number>): number[] =>
  members.filter((member) => !some.has(member));
