import type { Problem } from '../domain/errors.ts';
import type { Metadata } from './metadata.ts';
import { columnInCell, type Paragraphs, readParagraphs } from './paragraphs.ts';
import type { Problems } from './problems.ts';
import type { TextFile } from './read-text.ts';

const COLUMNS = {
  序号: 'number',
  改革事项: 'title',
  主要内容及成效: 'content',
  推广范围: 'scope',
  负责单位: 'responsible',
} as const;
type ColumnName = keyof typeof COLUMNS;
type ColumnKey = (typeof COLUMNS)[ColumnName];
const NAMES = Object.keys(COLUMNS) as ColumnName[];

/** One row of the table: its cells, trimmed and without paragraph marks, and their places in the file. */
export interface BulletinRow extends Readonly<Record<Exclude<ColumnKey, 'number'>, string>> {
  readonly number: number;
  readonly line: number;
  /** The column, counted in characters from 1, at which each cell starts. */
  readonly columnOf: Readonly<Record<ColumnKey, number>>;
  /** The parts of the content cell that were omitted from `content`. */
  readonly omitted: Paragraphs['omitted'];
}

/** The column in the file, counted from 1, of position `at` in a title or content. */
export const columnIn = (row: BulletinRow, field: 'TITLE' | 'CONTENT', at: number): number =>
  field === 'TITLE' ? row.columnOf.title + at : row.columnOf.content + columnInCell(row, at);

/** The key of each cell of a row; undefined if the column is unknown or a duplicate. */
type Header = readonly (ColumnKey | undefined)[];

interface Cell {
  readonly text: string;
  readonly column: number;
}

/**
 * Reads a bulletin's table. Every line that is not blank must be the batch's title, the header, or a row.
 * The columns may be in any order. Title and header may repeat, for example at the start of a new page.
 * Adds lines that it cannot read to `problems`, and returns the rows that it could read.
 */
export function readBulletin(
  { text }: Pick<TextFile, 'text'>,
  metadata: Pick<Metadata, 'title' | 'expected' | 'file'>,
  problems: Problems,
): BulletinRow[] {
  const rows: BulletinRow[] = [];
  const early: Omit<Problem, 'file'>[] = [];
  let header: Header | undefined;
  let headerSeen = false;
  let candidates = 0;

  for (const [index, rawLine] of text.split('\n').entries()) {
    const line = index + 1;
    const words = rawLine.trim();
    if (words === '' || words === metadata.title) continue;
    const cells = splitCells(rawLine);
    if (isHeader(cells)) {
      headerSeen = true;
      header = readHeader(cells, line, problems) ?? header;
      continue;
    }
    candidates += cells.length > 1 ? 1 : 0;
    if (header === undefined) {
      if (headerSeen) continue; // a missing column, already reported
      const message = cells.length === 1 ? 'neither the title nor the header' : 'a row before any header';
      const fix = `start with the title 「${metadata.title}」 or the header ${NAMES.join(' ')}, separated by tabs`;
      early.push({ line, column: 1, text: words, message, fix });
    } else {
      const row = readRow(cells, header, line, problems);
      if (row) rows.push(row);
    }
  }
  // If there is no header, every line is too early; report only the first.
  for (const problem of early.slice(0, headerSeen ? undefined : 1)) problems.add(problem);
  if (!headerSeen) problems.add({ message: 'no header was found', fix: `it reads ${NAMES.join(' ')}` });
  if (header !== undefined) checkNumbers(rows, candidates - rows.length, metadata, problems);
  return rows;
}

function splitCells(line: string): Cell[] {
  let column = 1;
  return line.split('\t').map((raw) => {
    const text = raw.trim();
    const cell = { text, column: column + (text === '' ? 0 : raw.indexOf(text)) };
    column += raw.length + 1;
    return cell;
  });
}

const isHeader = (cells: readonly Cell[]): boolean =>
  cells.filter(({ text }) => Object.hasOwn(COLUMNS, text)).length >= 2;

function readHeader(cells: readonly Cell[], line: number, problems: Problems): Header | undefined {
  const names = cells.map(({ text }) => text);
  const missing = NAMES.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const message = `the header lacks ${missing.join(' ')}`;
    problems.add({
      line,
      column: 1,
      text: names.join(' '),
      message,
      fix: `its columns are ${NAMES.join(' ')}`,
    });
  }
  for (const [index, { text, column }] of cells.entries()) {
    if (!Object.hasOwn(COLUMNS, text)) {
      problems.add({
        line,
        column,
        text,
        message: 'not a column of a bulletin',
        fix: `remove it, or name it one of ${NAMES.join(' ')}`,
      });
    } else if (names.indexOf(text) !== index) {
      problems.add({ line, column, text, message: 'the column stands twice', fix: 'keep one of the two' });
    }
  }
  if (missing.length > 0) return undefined;
  return names.map((name, index) =>
    names.indexOf(name) === index ? COLUMNS[name as ColumnName] : undefined,
  );
}

function readRow(
  cells: readonly Cell[],
  header: Header,
  line: number,
  problems: Problems,
): BulletinRow | undefined {
  if (cells.length !== header.length) {
    problems.add({
      line,
      column: cells.at(-1)?.column,
      text: cells.map(({ text }) => text).join(' '),
      message: `a row has ${header.length} cells, and this line ${cells.length}`,
      fix: 'separate the cells by one tab each, and keep a row on one line',
    });
    return undefined;
  }
  const cell = Object.fromEntries(
    cells.flatMap((each, index) => (header[index] ? [[header[index], each]] : [])),
  ) as Record<ColumnKey, Cell>;
  const at = (key: ColumnKey): { line: number; column: number; text: string } => ({ line, ...cell[key] });
  const isNumber = /^[1-9][0-9]{0,5}$/.test(cell.number.text);
  if (cell.number.text === '') {
    problems.add({
      ...at('number'),
      text: cell.title.text,
      message: '序号 is empty',
      fix: 'fill it in from the source',
    });
  } else if (!isNumber) {
    problems.add({ ...at('number'), message: '序号 is no number', fix: 'write it in digits, from 1' });
  }
  const { text: content, omitted } = readParagraphs(cell.content.text);
  for (const name of NAMES.slice(1)) {
    if (cell[COLUMNS[name]].text === '' || (name === '主要内容及成效' && content === '')) {
      problems.add({
        ...at(COLUMNS[name]),
        text: undefined,
        message: `${name} is empty`,
        fix: 'fill it in from the source',
      });
    }
  }
  const markup = /<\/?[a-zA-Z][^>]*>/.exec(content)?.[0];
  if (markup !== undefined) {
    problems.add({
      ...at('content'),
      text: markup,
      message: 'markup other than paragraphs',
      fix: 'remove it; only <p>…</p> is understood',
    });
  }
  return {
    number: isNumber ? Number(cell.number.text) : Number.NaN,
    title: cell.title.text,
    content,
    scope: cell.scope.text,
    responsible: cell.responsible.text,
    line,
    columnOf: {
      number: cell.number.column,
      title: cell.title.column,
      content: cell.content.column,
      scope: cell.scope.column,
      responsible: cell.responsible.column,
    },
    omitted,
  };
}

/**
 * The numbers must run from 1 to the total that the metadata expects, without gaps or duplicates.
 * @param unread the number of lines that are problems already; each may contain a missing number
 */
function checkNumbers(
  rows: readonly BulletinRow[],
  unread: number,
  { expected, file }: Pick<Metadata, 'expected' | 'file'>,
  problems: Problems,
): void {
  const numbered = rows.filter(({ number }) => !Number.isNaN(number));
  const lines = new Map<number, number>();
  for (const { number, line, columnOf } of numbered) {
    const earlier = lines.get(number);
    if (earlier === undefined) lines.set(number, line);
    else {
      const message = `序号 ${number} stands on line ${earlier} already`;
      problems.add({
        line,
        column: columnOf.number,
        text: String(number),
        message,
        fix: 'number the items from 1, each once',
      });
    }
  }
  const last = Math.max(expected.items, ...lines.keys());
  const missing = Array.from({ length: Math.min(last, 100_000) }, (_, index) => index + 1).filter(
    (n) => !lines.has(n),
  );
  if (missing.length > unread + rows.length - numbered.length) {
    const shown = missing.slice(0, 10).join(', ');
    problems.add({
      message: `序号 ${shown}${missing.length > 10 ? ' …' : ''} missing`,
      fix: 'look for lines that were lost or joined',
    });
  }
  if (unread === 0 && rows.length !== expected.items) {
    const message = `${expected.items} items are expected and ${rows.length} were found`;
    problems.add({ message, fix: `restore the missing lines, or correct expected.items in ${file}` });
  }
}
