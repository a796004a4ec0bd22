export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The left-aligned column. The figures of all other columns are right-aligned. */
  readonly text: number;
}

/** For a terminal. */
export function textTable({ header, rows, text }: Table): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === text ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ');
  return [header, widths.map((count) => '─'.repeat(count)), ...rows].map(line).join('\n');
}

/** For a page. */
export const markdownTable = ({ header, rows, text }: Table): string =>
  [header, header.map((_, column) => (column === text ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
