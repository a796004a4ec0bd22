import { z } from 'zod';
import { CursorExpired, InvalidInput } from '../../domain/errors.ts';

/**
 * A position in a list: after the node `id`, which sorts by `key`. In a list by the nodes' own fields it stays good when
 * the graph changes.
 */
export interface Cursor {
  /** Which list, in which order: a cursor is of no use in another. */
  readonly list: string;
  readonly graphVersion: number;
  readonly key: string | number;
  readonly id: string;
  /**
   * Which graph the key was worked out of, in lists whose keys depend on other nodes than the one that sorts by it, such
   * as scores and counts: in another graph nodes may have passed each other.
   */
  readonly graph?: string | undefined;
}

/** What lists can sort by. */
export interface KeyTypes {
  string: string;
  int: number;
  float: number;
}
export type KeyType = keyof KeyTypes;

const shapeOf = <K extends z.ZodType>(key: K) =>
  z.union([
    z.tuple([z.string(), z.int().nonnegative(), key, z.string()]),
    z.tuple([z.string(), z.int().nonnegative(), key, z.string(), z.string()]),
  ]);
const shape = { string: shapeOf(z.string()), int: shapeOf(z.int()), float: shapeOf(z.number()) };

export const encodeCursor = ({ list, graphVersion, key, id, graph }: Cursor): string =>
  Buffer.from(
    JSON.stringify([list, graphVersion, key, id, ...(graph === undefined ? [] : [graph])]),
    'utf8',
  ).toString('base64url');

export interface ExpectedCursor {
  readonly list: string;
  readonly keyType: KeyType;
  /** The graph that the keys are worked out of; undefined in lists whose keys are the nodes' own. */
  readonly graph?: string | undefined;
}

/**
 * @throws InvalidInput naming the argument, when the text is no cursor, or one of another list or order
 * @throws CursorExpired when the keys are worked out of the whole graph, and the cursor is of another one
 */
export function decodeCursor(text: string, expected: ExpectedCursor, argument: string): Cursor {
  const parts = parseJson(Buffer.from(text, 'base64url').toString('utf8'));
  if (Array.isArray(parts) && typeof parts[0] === 'string' && parts[0] !== expected.list) {
    throw new InvalidInput(
      argument,
      'the cursor is of another list or another order; begin again without it',
    );
  }
  const result = shape[expected.keyType].safeParse(parts);
  if (!result.success) {
    throw new InvalidInput(argument, 'not a cursor; take it from pageInfo or an edge of the same list');
  }
  const [list, graphVersion, key, id, graph] = result.data;
  if (expected.graph !== undefined && expected.graph !== graph) throw new CursorExpired(argument);
  return { list, graphVersion, key, id, ...(graph === undefined ? {} : { graph }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
