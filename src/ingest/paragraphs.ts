/** A content without its paragraph marks, and the places of the marks in the cell. */
export interface Paragraphs {
  readonly text: string;
  /** In reading order: before position `at` of the text, `units` code units of the cell were omitted. */
  readonly omitted: readonly { readonly at: number; readonly units: number }[];
}

const MARKS = /<\/p><p>|^<p>|<\/p>$/g;

/** Reads paragraphs as lines. Some rows of the source have paragraph marks, such as 24 and 37 of the seventh batch. */
export function readParagraphs(cell: string): Paragraphs {
  const omitted: { at: number; units: number }[] = [];
  let text = '';
  let end = 0;
  for (const { index, 0: mark } of cell.matchAll(MARKS)) {
    text += cell.slice(end, index);
    if (mark === '</p><p>') text += '\n';
    end = index + mark.length;
    omitted.push({ at: text.length, units: mark === '</p><p>' ? mark.length - 1 : mark.length });
  }
  text += cell.slice(end);
  const blank = text.length - text.trimStart().length;
  const shifted = omitted.map(({ at, units }) => ({ at: Math.max(0, at - blank), units }));
  return { text: text.trim(), omitted: blank > 0 ? [{ at: 0, units: blank }, ...shifted] : shifted };
}

/** The number of code units of the cell before position `at` of the text. */
export const columnInCell = ({ omitted }: Pick<Paragraphs, 'omitted'>, at: number): number =>
  omitted.reduce((column, mark) => (mark.at <= at ? column + mark.units : column), at);
