import { z } from 'zod';
import { CursorExpired, InvalidInput } from '../../domain/errors.ts';

/**
 * A position in a list: after the node `id`, whose sort key is `key`. If the key is one of the node's own fields, the
 * cursor stays valid when the graph changes.
 */
export interface Cursor {
  /** The list and its order. A cursor is not valid in another list or order. */
  readonly list: string;
  readonly graphVersion: number;
  readonly key: string | number;
  readonly id: string;
  /**
   * The graph that the key was computed from. Only in lists whose keys also depend on other nodes, such as scores and
   * counts: in another graph the nodes may be in a different order.
   */
  readonly graph?: string | undefined;
}

/** The types of sort keys. */
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
  /** The graph that the keys are computed from; undefined in lists whose keys are the nodes' own fields. */
  readonly graph?: string | undefined;
}

/**
 * @throws InvalidInput naming the argument, if the text is not a cursor, or belongs to another list or order
 * @throws CursorExpired if the keys are computed from the whole graph and the cursor belongs to another graph
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
