import { ArgsType, Field, Int } from 'type-graphql';
import { InvalidInput } from '../../domain/errors.ts';
import { type Cursor, decodeCursor, type ExpectedCursor } from './cursor.ts';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `The number of items from the start of the list, 1 to ${MAX_PAGE}. Default: ${DEFAULT_PAGE}, if last is not given. 从头取几条`,
  })
  first?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Return items after this cursor. Use with `first`. 从此游标之后开始',
  })
  after?: string;

  @Field(() => Int, {
    nullable: true,
    description: `The number of items from the end of the list, 1 to ${MAX_PAGE}. 从尾取几条`,
  })
  last?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Return items before this cursor. Use with `last`. 到此游标之前为止',
  })
  before?: string;
}

/** The requested part of a list. */
export interface PageWindow {
  readonly size: number;
  /** Read from the list's end. */
  readonly backward: boolean;
  /** The page starts after this cursor, in reading direction. */
  readonly beyond: Cursor | null;
}

/** Whether the arguments ask for the whole list of this length, read forward from the start. */
export const holdsAll = ({ first, after, last, before }: PageArgs, length: number): boolean => {
  const size = first ?? DEFAULT_PAGE;
  return size >= Math.max(1, length) && size <= MAX_PAGE && last == null && after == null && before == null;
};

/**
 * @throws InvalidInput naming the argument that is out of range or conflicts with another one
 * @throws CursorExpired, see decodeCursor
 */
export function readPageArgs({ first, after, last, before }: PageArgs, expected: ExpectedCursor): PageWindow {
  if (first != null && last != null) throw new InvalidInput('last', 'give first or last, not both');
  const backward = last != null || (first == null && before != null);
  if (backward && after != null) throw new InvalidInput('after', 'use it with first; with last, use before');
  if (!backward && before != null)
    throw new InvalidInput('before', 'use it with last; with first, use after');
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) {
    throw new InvalidInput(backward ? 'last' : 'first', `${size} is not between 1 and ${MAX_PAGE}`);
  }
  const cursor = backward ? before : after;
  return {
    size,
    backward,
    beyond: cursor == null ? null : decodeCursor(cursor, expected, backward ? 'before' : 'after'),
  };
}
