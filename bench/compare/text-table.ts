import type { Headline } from './headline.ts';

/** Chinese characters and the like take two columns of a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

/** For a terminal; words to the left, figures to the right. */
export function textTable({ header, rows }: Headline): string {
  const widths = header.map((title, column) =>
    Math.max(width(title), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 2 ? cell + space : space + cell;
      })
      .join('  ');
  return [header, widths.map((count) => '─'.repeat(count)), ...rows].map(line).join('\n');
}

/** For a page. */
export const markdownTable = ({ header, rows }: Headline): string =>
  [header, header.map((_, column) => (column === 2 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
