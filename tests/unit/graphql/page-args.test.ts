import fc from 'fast-check';
import { InvalidInput } from '../../../src/domain/errors.ts';
import { encodeCursor } from '../../../src/graphql/relay/cursor.ts';
import { type PageArgs, readPageArgs } from '../../../src/graphql/relay/page-args.ts';

const CURSOR = { list: 'list', graphVersion: 3, key: 'k', id: 'i' };
const cursor = encodeCursor(CURSOR);
const read = (args: PageArgs) => readPageArgs(args, { list: 'list', keyType: 'string' });

/** Each argument omitted, null as a client may send it, or given. */
const size = fc.oneof(
  fc.constantFrom(undefined, null),
  fc.integer({ min: -3, max: 103 }),
  fc.maxSafeInteger(),
);
const nodeIndex = fc.oneof(fc.constantFrom(undefined, null, cursor, 'x', ''), fc.string());
const args = fc.record({
  first: size,
  after: nodeIndex,
  last: size,
  before: nodeIndex,
}) as fc.Arbitrary<PageArgs>;

describe('page arguments', () => {
  test('any combination gives a window of 1 to 100, or is refused by the name of a given argument', () => {
    fc.assert(
      fc.property(args, (given) => {
        try {
          const { size, backward, beyond } = read(given);
          expect(size).toBeGreaterThanOrEqual(1);
          expect(size).toBeLessThanOrEqual(100);
          expect((backward ? given.first : given.last) ?? null).toBeNull();
          expect((backward ? given.after : given.before) ?? null).toBeNull();
          expect(beyond).toEqual((backward ? given.before : given.after) === cursor ? CURSOR : null);
        } catch (error) {
          if (!(error instanceof InvalidInput)) throw error;
          expect(given[error.argument as keyof PageArgs] ?? null).not.toBeNull();
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    [{}, { size: 20, backward: false, beyond: null }],
    [{ first: 1 }, { size: 1, backward: false, beyond: null }],
    [
      { first: 100, after: cursor },
      { size: 100, backward: false, beyond: CURSOR },
    ],
    [{ after: cursor }, { size: 20, backward: false, beyond: CURSOR }],
    [{ last: 7 }, { size: 7, backward: true, beyond: null }],
    [
      { last: 7, before: cursor },
      { size: 7, backward: true, beyond: CURSOR },
    ],
    [{ before: cursor }, { size: 20, backward: true, beyond: CURSOR }],
  ])('%j', (given, window) => {
    expect(read(given)).toEqual(window);
  });

  test.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ last: 0 }, 'last'],
    [{ last: 101 }, 'last'],
    [{ first: 1, last: 1 }, 'last'],
    [{ last: 1, after: cursor }, 'after'],
    [{ first: 1, before: cursor }, 'before'],
    [{ after: cursor, before: cursor }, 'after'],
    [{ first: 1, after: 'x' }, 'after'],
    [{ last: 1, before: 'x' }, 'before'],
  ])('%j is refused for %s', (given, argument) => {
    expect(() => read(given)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', argument }));
  });
});
