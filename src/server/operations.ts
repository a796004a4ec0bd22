import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { PROJECT_ROOT } from '../project-root.ts';

/** A file of schema/operations/: at once a playground tab, an end-to-end test case, and documentation. */
export interface StoredOperation {
  readonly name: string;
  /** Chinese title: the file's first comment line. */
  readonly title: string;
  readonly query: string;
  /** JSON text for the playground's editor. */
  readonly variables: string;
  /** The maximum number of statements that it may cost. */
  readonly statements: number;
}

export const OPERATIONS_DIRECTORY = join(PROJECT_ROOT, 'schema/operations');

/** @throws Error naming the file, if its header or its operation is not as required */
export function readOperation(file: string): StoredOperation {
  const text = readFileSync(file, 'utf8');
  const title = /^# (.+)/.exec(text)?.[1]?.trim();
  const statements = /^# statements: (\d+)$/m.exec(text)?.[1];
  const variables = /^# variables: (.+)$/m.exec(text)?.[1] ?? '{}';
  const [operation, ...others] = parse(text).definitions.filter(
    (each) => each.kind === Kind.OPERATION_DEFINITION,
  );
  const name = operation?.name?.value;
  if (title === undefined || statements === undefined || name === undefined || others.length > 0) {
    throw new Error(`${file}: needs a title on its first line, "# statements: N", and one named operation`);
  }
  const query = text.replace(/^# (statements|variables): .*\n/gm, '');
  const pretty = JSON.stringify(JSON.parse(variables), null, 2);
  return { name, title, query, variables: pretty === '{}' ? '' : pretty, statements: Number(statements) };
}

export const readOperations = (directory = OPERATIONS_DIRECTORY): StoredOperation[] =>
  readdirSync(directory)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readOperation(join(directory, file)));
