import type { Dimension } from '../../../src/features/cross-tabulation/dimensions.ts';
import type { PlainGraph } from './plain-graph.ts';
import type { TableQuestion } from './random-questions.ts';

/** The cross-tabulation of the items: each row and column checks all items. */
export function plainCrossTable(
  graph: PlainGraph,
  items: readonly string[],
  { rows: rowsBy, columns: columnsBy, most }: TableQuestion,
) {
  const itemsOf = (by: Dimension, member: string): string[] =>
    items.filter((item) => membersOf(graph, by, item).includes(member));
  const listed = (by: Dimension): string[] =>
    allMembers(graph, by).sort((x, y) => itemsOf(by, y).length - itemsOf(by, x).length);
  const [allRows, allColumns] = [listed(rowsBy), listed(columnsBy)];
  const inBoth = (row: string, column: string): string[] =>
    itemsOf(rowsBy, row).filter((item) => itemsOf(columnsBy, column).includes(item));
  const [rows, columns] = [allRows.slice(0, most), allColumns.slice(0, most)];
  const cells = rows.flatMap((row) => columns.map((column) => ({ row, column, items: inBoth(row, column) })));
  return {
    total: items.length,
    rows,
    columns,
    omitted: [allRows.length - rows.length, allColumns.length - columns.length],
    rowTotals: rows.map((row) => itemsOf(rowsBy, row).length),
    columnTotals: columns.map((column) => itemsOf(columnsBy, column).length),
    counts: rows.map((row) => columns.map((column) => inBoth(row, column).length)),
    emptyRows: allRows.filter((row) => allColumns.every((column) => inBoth(row, column).length === 0)),
    emptyColumns: allColumns.filter((column) => allRows.every((row) => inBoth(row, column).length === 0)),
    filled: cells.filter((cell) => cell.items.length > 0).sort((x, y) => y.items.length - x.items.length),
    empty: cells.filter((cell) => cell.items.length === 0),
  };
}

const isDomain = (graph: PlainGraph, theme: string): boolean =>
  graph.links.some(({ type, to }) => type === 'NARROWER_THAN' && to === theme);

/** All nodes of a dimension, by id. For agencies, only those responsible for an item. */
function allMembers(graph: PlainGraph, by: Dimension): string[] {
  if (by === 'AGENCY')
    return graph.ofLabel('Agency').filter((agency) => graph.from(agency, 'RESPONSIBLE_FOR').length > 0);
  if (by === 'ZONE') return graph.ofLabel('PilotZone');
  if (by === 'REGION') return graph.ofLabel('Region');
  if (by === 'BATCH') return graph.ofLabel('Batch');
  return graph.ofLabel('Theme').filter((theme) => isDomain(graph, theme) === (by === 'DOMAIN'));
}

/** The nodes of the dimension that an item belongs to. An item of a theme also belongs to the theme's domain. */
function membersOf(graph: PlainGraph, by: Dimension, item: string): readonly string[] {
  if (by === 'AGENCY') return graph.to(item, 'RESPONSIBLE_FOR');
  if (by === 'ZONE') return graph.from(item, 'PILOTED_IN');
  if (by === 'REGION') return graph.from(item, 'PROMOTED_TO');
  if (by === 'BATCH') return graph.from(item, 'PUBLISHED_IN');
  const themes = graph.from(item, 'HAS_THEME');
  if (by === 'THEME') return themes.filter((theme) => !isDomain(graph, theme));
  return [...themes, ...themes.flatMap((theme) => graph.from(theme, 'NARROWER_THAN'))].filter((theme) =>
    isDomain(graph, theme),
  );
}
