import fc from 'fast-check';
import { CursorExpired, InvalidInput } from '../../../src/domain/errors.ts';
import { decodeCursor, encodeCursor } from '../../../src/graphql/relay/cursor.ts';

const anyText = fc.string({ unit: 'binary' });
const key = fc.oneof(
  anyText.map((value) => ({ keyType: 'string', value }) as const),
  fc.maxSafeInteger().map((value) => ({ keyType: 'int', value: value === 0 ? 0 : value }) as const),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ keyType: 'float', value: value === 0 ? 0 : value }) as const),
);

/** The parts of a cursor: JSON in base64url. Only tests that forge cursors need to know this. */
const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');

const decoded = (text: string, keyType: 'string' | 'int' | 'float', list = 'list', graph?: string) =>
  decodeCursor(text, { list, keyType, graph }, 'after');

describe('cursors', () => {
  test('keep any list, version, key, id and graph through encoding and decoding', () => {
    const graphs = fc.option(anyText, { nil: undefined });
    fc.assert(
      fc.property(
        ...([anyText, fc.maxSafeNat(), key, anyText, graphs] as const),
        (list, graphVersion, { keyType, value }, id, graph) => {
          const cursor = { list, graphVersion, key: value, id, ...(graph === undefined ? {} : { graph }) };
          const text = encodeCursor(cursor);
          expect(text).toMatch(/^[\w-]+$/);
          expect(decoded(text, keyType, list, graph)).toEqual(cursor);
        },
      ),
    );
  });

  test('of another graph have expired if keys depend on the graph, and only then', () => {
    const at = (graph?: string): string =>
      encodeCursor({ list: 'list', graphVersion: 1, key: 0.1 + 0.2, id: 'i', graph });
    const expired = (work: () => unknown): string => {
      try {
        work();
      } catch (error) {
        if (error instanceof CursorExpired) return `${error.code} ${error.message}`;
      }
      return 'not expired';
    };
    expect(decoded(at('a'), 'float', 'list', 'a').key).toBe(0.1 + 0.2);
    expect(decoded(at('a'), 'float').id).toBe('i');
    for (const text of [at('b'), at('')]) {
      expect(expired(() => decoded(text, 'float', 'list', 'a'))).toMatch(
        /^CURSOR_EXPIRED after: .*begin again without the cursor$/,
      );
    }
    // A cursor from before cursors named the graph.
    expect(expired(() => decoded(at(), 'float', 'list', 'a'))).toMatch(/^CURSOR_EXPIRED/);
    // A cursor of another list is invalid, not expired.
    expect(() => decoded(forge(['other', 1, 2, 'i', 'b']), 'float', 'list', 'a')).toThrow(InvalidInput);
  });

  test('of different positions are different texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, anyText, (keyA, idA, keyB, idB) => {
        const [a, b] = [
          [keyA, idA],
          [keyB, idB],
        ].map(([key = '', id = '']) => encodeCursor({ list: 'list', graphVersion: 1, key, id }));
        expect(a === b).toBe(keyA === keyB && idA === idB);
      }),
    );
  });

  test('any text is a cursor of the list or is refused by the name of its argument', () => {
    const almost = fc.jsonValue().map(forge);
    const close = fc
      .tuple(fc.constantFrom('list', 'other'), fc.jsonValue(), fc.jsonValue(), fc.jsonValue())
      .map(forge);
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.base64String(), almost, close),
        fc.constantFrom('string', 'int'),
        (text, keyType) => {
          try {
            const cursor = decoded(text, keyType);
            expect(cursor.list).toBe('list');
            expect(cursor.graphVersion).toBeGreaterThanOrEqual(0);
            expect(typeof cursor.key).toBe(keyType === 'int' ? 'number' : 'string');
            expect(typeof cursor.id).toBe('string');
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInput);
            expect((error as InvalidInput).argument).toBe('after');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('of another list are reported as such; any other bad text is reported as not a cursor', () => {
    const other = /another list or another order/;
    const none = /not a cursor/;
    expect(() => decoded(forge(['other', 1, 'k', 'i']), 'string')).toThrow(other);
    expect(() => decoded(forge(['other']), 'string')).toThrow(other);
    expect(() => decoded(forge(['list', 1, 2, 'i']), 'string')).toThrow(none);
    expect(() => decoded(forge(['list', 1, 'k', 'i']), 'int')).toThrow(none);
    expect(() => decoded(forge(['list', 1, 2.5, 'i']), 'int')).toThrow(none);
    expect(() => decoded(forge([7, 1, 'k', 'i']), 'string')).toThrow(none);
    expect(() => decoded('', 'string')).toThrow(none);
  });
});
