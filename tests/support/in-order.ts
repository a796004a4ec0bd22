import { canonical } from './dump-graph.ts';
import type { AnyStatement, Row } from './inline-statement.ts';

/** Rows in the returned order if the statement ends in ORDER BY; else sorted, since the statement promises no order. */
export const inOrder = ({ text }: Pick<AnyStatement, 'text'>, rows: Row[]): Row[] =>
  /\nORDER BY [^\n]+\n*$/.test(text)
    ? rows
    : rows
        .map((row) => ({ row, text: canonical(row) }))
        .sort((a, b) => (a.text < b.text ? -1 : 1))
        .map(({ row }) => row);
