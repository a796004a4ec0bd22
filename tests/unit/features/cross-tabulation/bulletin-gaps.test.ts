import type { ReformItemNode } from '../../../../src/domain/nodes.ts';
import { CrossTable } from '../../../../src/features/cross-tabulation/cross-table.ts';
import type { Dimension } from '../../../../src/features/cross-tabulation/dimensions.ts';
import { ALL_ITEMS, handRead, upperThemeItems } from '../../../support/hand-read.ts';
import { bulletinSnapshot, idsOf, indexOf, matchingItems } from '../../../support/snapshots.ts';

const snapshot = bulletinSnapshot();
const table = (rows: Dimension, columns: Dimension, most = 100): CrossTable =>
  new CrossTable(snapshot, matchingItems(snapshot, null), rows, columns, most);
const keys = (nodeIndexes: readonly number[]): string[] =>
  idsOf(snapshot, nodeIndexes).map((id) => id.slice(id.indexOf(':') + 1));

/** The items of each node of a dimension, read by hand. */
const READ: Readonly<Record<Dimension, Readonly<Record<string, readonly number[]>>>> = {
  AGENCY: handRead.agencyItems,
  ZONE: handRead.zoneItems,
  THEME: handRead.themeItems,
  DOMAIN: upperThemeItems,
  REGION: { 京津冀: handRead.jingjinji, 天津市: ALL_ITEMS.filter((n) => !handRead.jingjinji.includes(n)) },
  BATCH: { 'tj-7': ALL_ITEMS },
};
const dimensions = Object.keys(READ) as Dimension[];
const pairs = dimensions.flatMap((rows) => dimensions.map((columns) => [rows, columns] as const));

describe('the gaps of the bulletin', () => {
  test('three themes have no zone: their items 1, 2, 3 and 38 name none', () => {
    // 通关监管 has two items, the others have one each.
    expect(keys(table('THEME', 'ZONE').emptyRows)).toEqual(['通关监管', '海事监管', '网络市场监管']);
    expect(keys(table('ZONE', 'THEME').emptyColumns)).toEqual(['通关监管', '海事监管', '网络市场监管']);
    expect(table('THEME', 'ZONE').emptyColumns).toEqual([]);
  });

  test('four agencies have items without a zone: item 1 of 天津海事局, and item 32 of three others', () => {
    // By code unit: 城 57CE, 工 5DE5, 水 6C34; 海 6D77 comes after 市 5E02.
    expect(keys(table('AGENCY', 'ZONE').emptyRows)).toEqual([
      '天津市城管委',
      '天津市工信局',
      '天津市水务局',
      '天津海事局',
    ]);
  });

  test('every domain has a zone, and every zone has a domain', () => {
    const { emptyRows, emptyColumns } = table('DOMAIN', 'ZONE');
    expect([emptyRows, emptyColumns]).toEqual([[], []]);
  });

  test('the number of the 6 × 9 zone and domain cells with items equals the manual count', () => {
    const filled = Object.values(handRead.zoneItems).flatMap((ofZone) =>
      Object.values(upperThemeItems).filter((ofDomain) => ofDomain.some((n) => ofZone.includes(n))),
    );
    const found = table('ZONE', 'DOMAIN');
    expect(found.filledCells()).toHaveLength(filled.length);
    expect(found.emptyCells()).toHaveLength(6 * 9 - filled.length);
  });
});

describe('counts of the bulletin', () => {
  test.each(pairs)('%s against %s equal the manual counts', (rows, columns) => {
    const found = table(rows, columns);
    expect(found.total).toBe(43);
    expect(keys(found.rows).sort()).toEqual(Object.keys(READ[rows]).sort());
    expect(keys(found.columns).sort()).toEqual(Object.keys(READ[columns]).sort());
    const expected = keys(found.rows).map((row) =>
      keys(found.columns).map(
        (column) => READ[rows][row]?.filter((n) => READ[columns][column]?.includes(n)).length,
      ),
    );
    expect(found.counts).toEqual(expected);
    expect(found.rowTotals).toEqual(keys(found.rows).map((row) => READ[rows][row]?.length));
  });

  test('zones come most items first', () => {
    const { rows, rowTotals } = table('ZONE', 'BATCH');
    expect(keys(rows).map((name, index) => [name, rowTotals[index]])).toEqual([
      ['中心商务片区', 10],
      ['机场片区', 7],
      ['东疆片区', 5], // 东 4E1C comes before 天 5929
      ['天津自贸试验区', 5],
      ['高新区联动创新区', 4],
      ['生态城联动创新区', 2],
    ]);
  });

  test('the fullest cell of zones and domains: six items of 营商环境 in 机场片区', async () => {
    // 机场片区: 27 28 29 30 31 40 are of 营商环境, 5 is of 医药健康. 中心商务片区: 12 13 14 19 20 are of 金融开放创新.
    const [first, second] = table('ZONE', 'DOMAIN').filledCells();
    expect(first).toMatchObject({ row: { name: '机场片区' }, column: { name: '营商环境' }, count: 6 });
    const items = ((await first?.firstItems(4)) ?? []) as ReformItemNode[];
    expect(items.map(({ number }) => number)).toEqual([27, 28, 29, 30]);
    expect(second).toMatchObject({
      row: { name: '中心商务片区' },
      column: { name: '金融开放创新' },
      count: 5,
    });
  });

  test('a dimension against itself has each node’s own items on the diagonal', () => {
    const found = table('AGENCY', 'AGENCY');
    expect(found.counts.map((row, index) => row[index])).toEqual(found.rowTotals);
    const cell = found.cell(indexOf(snapshot, 'Agency:天津海关'), indexOf(snapshot, 'Agency:天津市商务局'));
    expect(cell.count).toBe(2);
  });

  test('a truncated table still knows all gaps', () => {
    const cut = table('THEME', 'ZONE', 2);
    expect([cut.rows.length, cut.columns.length]).toEqual([2, 2]);
    expect([cut.omittedRows, cut.omittedColumns]).toEqual([28, 4]);
    expect(keys(cut.emptyRows)).toEqual(['通关监管', '海事监管', '网络市场监管']);
  });
});
