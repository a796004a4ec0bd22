import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Problems } from './problems.ts';
import { readTextFile } from './read-text.ts';

export type Path = readonly (string | number)[];

/** A YAML file's value, and where in the file each part of it stands. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line and column of the part at `path`, counted from 1. */
  placeOf(path: Path): { line: number; column: number } | Record<string, never>;
}

/** @throws IngestFailed naming line and column, when the file is no YAML or not of the schema's shape */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): YamlFile<T> {
  const { text } = readTextFile(file);
  const problems = new Problems(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.add({
      line,
      column: col,
      message: `not YAML: ${error.message}`,
      mend: 'check indentation and quotes',
    });
  }
  problems.throwIfAny();

  const placeOf = (path: Path): ReturnType<YamlFile<T>['placeOf']> => place(document, lines, path);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, placeOf };
  for (const issue of result.error.issues) {
    const path = issue.path as Path;
    const where = path.length === 0 ? 'the file' : path.join('.');
    problems.add({
      ...placeOf(path),
      message: `${where}: ${issue.message}`,
      mend: 'compare with the entries beside it',
    });
  }
  problems.throwIfAny();
  throw new Error('unreachable: a failed parse has issues');
}

function place(
  document: Document,
  lines: LineCounter,
  path: Path,
): { line: number; column: number } | Record<string, never> {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line, column: col };
    }
  }
  return {};
}
