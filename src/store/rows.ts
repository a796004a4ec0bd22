import { z } from 'zod';
import { RowShape } from '../domain/errors.ts';
import type { Statement } from './statement.ts';

/** The rows as declared, or a RowShape that says which column of which file is off. */
export function checkRows<P, R>(statement: Statement<P, R>, rows: unknown[]): R[] {
  return rows.map((row) => {
    const result = statement.row.safeParse(row);
    if (!result.success) throw new RowShape(statement.file, z.prettifyError(result.error));
    return result.data;
  });
}

/** A defect of the caller, so a plain error: parameters are made by the program, never by a user. */
export function checkParams<P, R>(statement: Statement<P, R>, params: P): P {
  const result = statement.params.safeParse(params);
  if (!result.success) throw new TypeError(`${statement.file}: ${z.prettifyError(result.error)}`);
  return result.data;
}
