import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { Problems } from './problems.ts';
import { readTextFile } from './read-text.ts';

export type Path = readonly (string | number)[];

/** The value of a YAML file, and the location of each of its parts. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line and column of the part at `path`, counted from 1. */
  locationOf(path: Path): Partial<Location>;
}

interface Location {
  readonly line: number;
  readonly column: number;
}

/** @throws IngestFailed with line and column, if the file is not valid YAML or does not match the schema */
export function readYamlFile<T>(file: string, schema: z.ZodType<T>): YamlFile<T> {
  const { text } = readTextFile(file);
  const problems = new Problems(file);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const textOf = ({ line }: Partial<Location>): string | undefined =>
    line === undefined ? undefined : text.split('\n')[line - 1]?.trim();
  const refuse = (offset: number, message: string, fix: string): void => {
    const at = toLocation(lines, offset);
    problems.add({ ...at, text: textOf(at), message: `not YAML: ${message}`, fix });
  };
  for (const error of document.errors) refuse(error.pos[0], error.message, 'check indentation and quotes');
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) !== undefined) return;
      refuse(alias.range?.[0] ?? 0, `nothing is marked &${alias.source}`, 'quote a text that begins with *');
    },
  });
  problems.throwIfAny();

  const locationOf = (path: Path): Partial<Location> => locationAt(document, lines, path);
  const result = schema.safeParse(document.toJS());
  if (result.success) return { file, value: result.data, locationOf };
  for (const issue of result.error.issues) {
    const path = issue.path as Path;
    const where = path.length === 0 ? 'the file' : path.join('.');
    const at = locationOf(path);
    problems.add({
      ...at,
      text: textOf(at),
      message: `${where}: ${issue.message}`,
      fix: 'compare with the entries beside it',
    });
  }
  problems.throwIfAny();
  throw new Error('unreachable: a failed parse has issues');
}

function toLocation(lines: LineCounter, offset: number): Location {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function locationAt(document: Document, lines: LineCounter, path: Path): Partial<Location> {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      return toLocation(lines, node.range[0]);
    }
  }
  return {};
}
