import { linesOf, ROWS, temporaryFolder, withCell } from './bulletin-files.ts';
import { about, refuseIn } from './refuse-bulletin.ts';

const refuse = refuseIn(temporaryFolder());
const replaceLine = (line: number, text: string): string[] =>
  linesOf().map((each, index) => (index === line - 1 ? text : each));

describe('cells', () => {
  test.each([
    ['改革事项', 3],
    ['主要内容及成效', 9],
    ['推广范围', 17],
    ['负责单位', 21],
  ] as const)('%s is empty', (column, at) => {
    // row 2: 序号 1, 改革事项 5, 主要内容及成效 7, 推广范围 3 letters, with a tab after each
    expect(refuse(withCell(2, column, ' '))).toEqual([
      { line: 4, column: at, message: `${column} is empty`, fix: 'fill it in from the source' },
    ]);
  });

  test('a content of paragraph marks alone is empty', () => {
    expect(refuse(withCell(1, '主要内容及成效', '<p> </p>'))).toEqual([
      { line: 3, column: 9, message: '主要内容及成效 is empty', fix: 'fill it in from the source' },
    ]);
  });

  test.each(['<b>', '</div>', '<img src="x">', '<br/>'])('%s is not understood', (markup) => {
    expect(refuse(withCell(1, '主要内容及成效', `<p>东疆${markup}片区</p>`))).toEqual([
      {
        line: 3,
        column: 9,
        text: markup,
        message: 'markup other than paragraphs',
        fix: about('only <p>…</p>'),
      },
    ]);
  });

  test('an unlisted scope', () => {
    expect(refuse(withCell(2, '推广范围', '长三角'))).toEqual([
      {
        line: 4,
        column: 17,
        text: '长三角',
        message: '推广范围 is not known',
        fix: 'one of 天津市, 京津冀, or add it to seeds/regions.yaml',
      },
    ]);
  });

  test('too few cells', () => {
    expect(refuse(replaceLine(4, '2\t融资租赁乙\t机场片区试行。\t京津冀'))).toEqual([
      {
        line: 4,
        column: 17,
        text: '2 融资租赁乙 机场片区试行。 京津冀',
        message: 'a row has 5 cells, and this line 4',
        fix: 'separate the cells by one tab each, and keep a row on one line',
      },
    ]);
  });

  test('too many cells', () => {
    expect(refuse(replaceLine(5, `${ROWS[2].join('\t')}\t多`))).toMatchObject([
      // 1 + 4 + 7 + 3 + 6 letters and five tabs before it: 序号 3, 碳交易丙, 高新区试行。 has 6
      { line: 5, column: 26, message: 'a row has 5 cells, and this line 6' },
    ]);
  });

  test('a row that continues on the next line', () => {
    expect(refuse(replaceLine(4, '2\t融资租赁乙\t机场\n片区试行。\t京津冀\t天津海关'))).toMatchObject([
      { line: 4, message: 'a row has 5 cells, and this line 3' },
      { line: 5, message: 'a row has 5 cells, and this line 3' },
    ]);
  });
});

describe('agencies', () => {
  test.each([
    ['天津海关 天津海关', 27, '天津海关'],
    ['天津海关、中华人民共和国天津海关', 27, '中华人民共和国天津海关'],
    ['某局　天津海关 某局', 30, '某局'],
  ])('%s: an agency occurs twice in a row', (cell, column, text) => {
    // row 2: 1 + 5 + 7 + 3 letters and four tabs before the cell
    expect(refuse(withCell(2, '负责单位', cell))).toEqual([
      {
        line: 4,
        column: column - 1,
        text,
        message: 'the same agency stands twice in 负责单位',
        fix: 'keep it once',
      },
    ]);
  });
});
