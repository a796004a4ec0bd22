import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { PROJECT_ROOT } from '../project-root.ts';
import { type Columns, rowSchema } from './field-schemas.ts';

const CYPHER_DIRECTORY = join(PROJECT_ROOT, 'cypher');

/** A query file as the program calls it: its text, its parameters and its rows. */
export interface Statement<P, R> {
  /** Path below cypher/. It is the statement's name in logs, errors and statement counts. */
  readonly file: string;
  readonly text: string;
  readonly mode: 'read' | 'write' | 'schema';
  /** The names of a row's columns. */
  readonly columns: readonly string[];
  readonly params: z.ZodType<P>;
  readonly row: z.ZodType<R>;
}

interface Declaration {
  readonly file: string;
  readonly mode: Statement<unknown, unknown>['mode'];
  readonly params: Columns;
  readonly columns: Columns;
}

/** Only for the generated bindings. They derive the types and the checks from the same header. */
export function defineStatement<P, R>({ file, mode, params, columns }: Declaration): Statement<P, R> {
  return {
    file,
    text: readFileSync(join(CYPHER_DIRECTORY, file), 'utf8'),
    mode,
    columns: Object.keys(columns),
    params: rowSchema(params) as unknown as z.ZodType<P>,
    row: rowSchema(columns) as unknown as z.ZodType<R>,
  };
}
