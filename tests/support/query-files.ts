import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as generated from '../../src/store/statements.gen.ts';
import type { AnyStatement } from './inline-statement.ts';

const CYPHER = join(import.meta.dirname, '../../cypher');

/** The query files that the program may run: all except those for analysts. */
export const queryFiles: readonly string[] = readdirSync(CYPHER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cypher') && !file.startsWith('analysis/'))
  .sort();

const byFile = new Map(
  (Object.values(generated) as unknown as AnyStatement[]).map((statement) => [statement.file, statement]),
);

/** The generated binding of a query file, by its path below cypher/. */
export function statementOf(file: string): AnyStatement {
  const statement = byFile.get(file);
  if (statement === undefined) throw new Error(`no statement is generated from cypher/${file}`);
  return statement;
}
