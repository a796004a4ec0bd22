import { type Columns, rowSchema } from '../../src/store/field-schemas.ts';
import type { Statement } from '../../src/store/statement.ts';

export type Row = Record<string, unknown>;
export type AnyStatement = Statement<Row, Row>;

interface Inline {
  readonly mode?: AnyStatement['mode'];
  readonly params?: Columns;
  readonly columns?: Columns;
}

/** A statement made up by a test, declared like the header of a query file. */
export const inlineStatement = (
  text: string,
  { mode = 'read', params = {}, columns = {} }: Inline = {},
): AnyStatement => ({
  file: 'tests/inline.cypher',
  text,
  mode,
  columns: Object.keys(columns),
  params: rowSchema(params) as AnyStatement['params'],
  row: rowSchema(columns) as AnyStatement['row'],
});
