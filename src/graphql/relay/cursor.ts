import { z } from 'zod';
import { InvalidInput } from '../../domain/errors.ts';

/** A place in a list: behind the node `id`, which sorts by `key`. It stays good when the graph changes. */
export interface Cursor {
  /** Which list, in which order: a cursor is of no use in another. */
  readonly list: string;
  readonly graphVersion: number;
  readonly key: string | number;
  readonly id: string;
}

/** What lists can sort by. */
export interface KeyTypes {
  string: string;
  int: number;
  float: number;
}
export type KeyType = keyof KeyTypes;

const shape = {
  string: z.tuple([z.string(), z.int().nonnegative(), z.string(), z.string()]),
  int: z.tuple([z.string(), z.int().nonnegative(), z.int(), z.string()]),
  float: z.tuple([z.string(), z.int().nonnegative(), z.number(), z.string()]),
};

export const encodeCursor = ({ list, graphVersion, key, id }: Cursor): string =>
  Buffer.from(JSON.stringify([list, graphVersion, key, id]), 'utf8').toString('base64url');

/** @throws InvalidInput naming the argument, when the text is no cursor, or one of another list or order */
export function decodeCursor(
  text: string,
  expected: { readonly list: string; readonly keyType: KeyType },
  argument: string,
): Cursor {
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
  const [list, graphVersion, key, id] = result.data;
  return { list, graphVersion, key, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
