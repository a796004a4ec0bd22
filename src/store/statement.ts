import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseNodeId } from '../domain/node-id.ts';
import { type AnyNode, nodeSchemas } from '../domain/nodes.ts';

const CYPHER_DIRECTORY = join(import.meta.dirname, '../../cypher');

/** A query file as the program calls it: its text, and what goes in and comes out. */
export interface Statement<P, R> {
  /** Path below cypher/: the statement's name in logs, errors and statement counts. */
  readonly file: string;
  readonly text: string;
  readonly mode: 'read' | 'write' | 'schema';
  readonly params: z.ZodType<P>;
  readonly row: z.ZodType<R>;
}

/** Called by the generated bindings only; the text is read from the file once, at load. */
export function defineStatement<P, R>(declared: Omit<Statement<P, R>, 'text'>): Statement<P, R> {
  return { ...declared, text: readFileSync(join(CYPHER_DIRECTORY, declared.file), 'utf8') };
}

/** A node of whichever label its id says. */
export const anyNode: z.ZodType<AnyNode> = z.custom<AnyNode>((value) => {
  const id = (value as { id?: unknown } | null)?.id;
  const label = typeof id === 'string' ? parseNodeId(id)?.label : undefined;
  return label !== undefined && nodeSchemas[label].safeParse(value).success;
});
