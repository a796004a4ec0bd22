import { z } from 'zod';
import { RowShape } from '../domain/errors.ts';
import type { Statement } from './statement.ts';

/** Returns the rows as declared. Throws RowShape, naming the file and the column, if a row does not match. */
export function checkRows<P, R>(statement: Statement<P, R>, rows: unknown[]): R[] {
  return rows.map((row) => {
    const result = statement.row.safeParse(row);
    if (!result.success) throw new RowShape(statement.file, z.prettifyError(result.error));
    return result.data;
  });
}

/** Throws a plain TypeError: the program makes the parameters, not a user, so invalid ones are a bug in the caller. */
export function checkParams<P, R>(statement: Statement<P, R>, params: P): P {
  const result = statement.params.safeParse(params);
  if (!result.success) throw new TypeError(`${statement.file}: ${z.prettifyError(result.error)}`);
  return result.data;
}
