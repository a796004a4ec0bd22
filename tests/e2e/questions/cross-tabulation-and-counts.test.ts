import { ask, askEach } from '../../support/ask.ts';
import { describeForEachEngine } from '../../support/engines.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

/** The filter part of each dimension that selects exactly one of its nodes. */
const CHOOSING: Record<string, (name: string) => string> = {
  AGENCY: (name) => `{agencies: {anyOf: ["${name}"]}}`,
  ZONE: (name) => `{zones: {anyOf: ["${name}"]}}`,
  THEME: (name) => `{themes: {anyOf: ["${name}"]}}`,
  DOMAIN: (name) => `{themes: {anyOf: ["${name}"]}}`,
  REGION: (name) => `{regions: ["${name}"]}`,
  BATCH: () => '{batches: [7]}',
};
const NAME =
  '{ ... on Agency { name } ... on PilotZone { name } ... on Theme { name } ... on Region { name } ... on Batch { name: code } }';

describeForEachEngine('cross-tabulations and counts of filtered items', (engine) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(engine);
  });
  afterAll(() => server.close());

  const countsOf = async (filters: readonly string[]): Promise<number[]> => {
    const answers = await askEach(
      server.url,
      filters.map((filter) => `reformItems(filter: ${filter}) { totalCount }`),
    );
    return answers.map(({ totalCount }) => totalCount);
  };
  const names = (nodes: { name: string }[]): string[] => nodes.map(({ name }) => name);

  test.each([
    ['THEME', 'ZONE', 30, 6, '{}'],
    ['AGENCY', 'DOMAIN', 23, 9, '{}'],
    ['AGENCY', 'REGION', 23, 2, '{}'],
    ['BATCH', 'DOMAIN', 1, 9, '{}'],
    ['ZONE', 'THEME', 6, 30, '{minAgencies: 2}'],
    ['DOMAIN', 'AGENCY', 9, 23, '{regions: ["京津冀"], not: {zones: {isEmpty: true}}}'],
  ])('%s × %s: every cell and every total', async (rows, columns, height, width, filter) => {
    const { crossTabulation: table } = await ask(
      server.url,
      `{ crossTabulation(rows: ${rows}, columns: ${columns}, filter: ${filter}) {
           total rows ${NAME} columns ${NAME} counts rowTotals columnTotals
           emptyRows ${NAME} emptyColumns ${NAME} cellCount emptyCellCount omittedRows omittedColumns } }`,
    );
    const [down, across] = [names(table.rows), names(table.columns)];
    expect([new Set(down).size, new Set(across).size]).toEqual([height, width]);
    expect([table.omittedRows, table.omittedColumns]).toEqual([0, 0]);
    const chosen = (...parts: string[]): string => `{and: [${[filter, ...parts].join(', ')}]}`;
    const row = CHOOSING[rows] as (name: string) => string;
    const column = CHOOSING[columns] as (name: string) => string;
    expect(await countsOf([chosen()])).toEqual([table.total]);
    expect(await countsOf(down.map((name) => chosen(row(name))))).toEqual(table.rowTotals);
    expect(await countsOf(across.map((name) => chosen(column(name))))).toEqual(table.columnTotals);
    const cells = await countsOf(down.flatMap((a) => across.map((b) => chosen(row(a), column(b)))));
    expect(table.counts.flat()).toEqual(cells);

    expect(table.cellCount).toBe(cells.filter((count) => count > 0).length);
    expect(table.emptyCellCount).toBe(cells.filter((count) => count === 0).length);
    const isEmpty = (counts: number[]): boolean => counts.every((count) => count === 0);
    const counts: number[][] = table.counts;
    expect(names(table.emptyRows)).toEqual(down.filter((_, i) => isEmpty(counts[i] as number[])));
    expect(names(table.emptyColumns)).toEqual(
      across.filter((_, j) => isEmpty(counts.map((each) => each[j] as number))),
    );
  });

  test('the transposed table is the same', async () => {
    const { a, b } = await ask(
      server.url,
      `{ a: crossTabulation(rows: DOMAIN, columns: ZONE) { total rows ${NAME} columns ${NAME} counts rowTotals columnTotals }
         b: crossTabulation(rows: ZONE, columns: DOMAIN) { total rows ${NAME} columns ${NAME} counts rowTotals columnTotals } }`,
    );
    expect(b).toEqual({
      total: a.total,
      rows: a.columns,
      columns: a.rows,
      counts: a.columns.map((_: unknown, j: number) => a.counts.map((row: number[]) => row[j])),
      rowTotals: a.columnTotals,
      columnTotals: a.rowTotals,
    });
  });

  test('AGENCY × AGENCY is the matrix of shared items', async () => {
    const { crossTabulation, coOwnershipMatrix } = await ask(
      server.url,
      `{ crossTabulation(rows: AGENCY, columns: AGENCY) { rows ${NAME} counts } coOwnershipMatrix { agencies { name } counts } }`,
    );
    expect(crossTabulation).toEqual({ rows: coOwnershipMatrix.agencies, counts: coOwnershipMatrix.counts });
  });

  test('the items of the cells equal their counts and the items of the filter', async () => {
    const CELL = `{ row ${NAME} column ${NAME} count items(first: 100) { number } }`;
    const { crossTabulation: table } = await ask(
      server.url,
      `{ crossTabulation(rows: ZONE, columns: DOMAIN) { rows ${NAME} columns ${NAME} counts
           cells(first: 60) ${CELL} emptyCells(first: 60) ${CELL} } }`,
    );
    interface Cell {
      row: { name: string };
      column: { name: string };
      count: number;
      items: { number: number }[];
    }
    const all: Cell[] = [...table.cells, ...table.emptyCells];
    expect(all).toHaveLength(54);
    expect(table.emptyCells.every(({ count }: Cell) => count === 0)).toBe(true);
    const counts = table.cells.map(({ count }: Cell) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const lists = await askEach(
      server.url,
      all.map(
        ({ row, column }) =>
          `reformItems(filter: {zones: {anyOf: ["${row.name}"]}, themes: {anyOf: ["${column.name}"]}}, first: 20) { nodes { number } }`,
      ),
    );
    for (const [index, { row, column, count, items }] of all.entries()) {
      expect([row.name, column.name, items]).toEqual([row.name, column.name, lists[index].nodes]);
      expect(items).toHaveLength(count);
      const [i, j] = [names(table.rows).indexOf(row.name), names(table.columns).indexOf(column.name)];
      expect(table.counts[i][j]).toBe(count);
    }
  });
});
