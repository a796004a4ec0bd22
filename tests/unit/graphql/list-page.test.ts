import fc from 'fast-check';
import type { PageParams } from '../../../src/graphql/relay/connection.ts';
import { pageOfList, pageOfOrdered } from '../../../src/graphql/relay/list-page.ts';
import { byText } from '../../support/random-graphs.ts';

interface Row {
  readonly key: string | number;
  readonly id: string;
}
const idOf = ({ id }: Row): string => id;

/** A list goes up or down by key, and always up by id among equal keys. */
const inOrder = (rows: readonly Row[], descending: boolean): Row[] => {
  const keys = [...new Set(rows.map(({ key }) => key))].sort((a, b) => (a < b ? -1 : 1));
  return (descending ? keys.reverse() : keys).flatMap((key) =>
    rows.filter((row) => row.key === key).sort((a, b) => byText(a.id, b.id)),
  );
};

interface Question {
  readonly rows: readonly Row[];
  readonly descending: boolean;
  readonly backward: boolean;
  readonly first: number;
  /** A position in the list, with or without a row. */
  readonly beyond: Row | null;
}

/** The list in reading direction, starting after the position. */
function plainPage({ rows, descending, backward, first, beyond }: Question): Row[] {
  const placed = beyond === null ? rows : [...rows.filter((row) => !same(row, beyond)), beyond];
  const list = inOrder(placed, descending);
  const read = backward ? list.reverse() : list;
  return read.slice(beyond === null ? 0 : read.indexOf(beyond) + 1).slice(0, first);
}

const same = (a: Row, b: Row): boolean => a.key === b.key && a.id === b.id;

/** The parameters as loadConnection passes them. */
const paramsOf = ({
  descending,
  backward,
  first,
  beyond,
}: Omit<Question, 'rows'>): PageParams<string | number> => ({
  first,
  afterKey: beyond?.key ?? null,
  afterId: beyond?.id ?? null,
  backward,
  keyDown: backward !== descending,
});

const id = fc.string({ unit: fc.constantFrom('a', 'b', '甲', '乙', '😀'), maxLength: 3 });
/** Few keys, so that many rows have the same one. */
const rowsOf = (key: fc.Arbitrary<string | number>): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(fc.record({ key, id }), { selector: idOf, maxLength: 15 });
const KEYS = [
  fc.integer({ min: -2, max: 2 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1, -1.5, 1e-300),
  fc.string({ unit: fc.constantFrom('a', 'B', '津'), maxLength: 2 }),
] as readonly fc.Arbitrary<string | number>[];
const questions: fc.Arbitrary<Question> = fc.oneof(
  ...KEYS.map((key) =>
    rowsOf(key).chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        descending: fc.boolean(),
        backward: fc.boolean(),
        first: fc.integer({ min: 1, max: 17 }),
        beyond: fc.oneof(
          fc.constant(null),
          fc.record({ key, id }),
          ...(rows.length > 0 ? [fc.constantFrom(...rows)] : []),
        ),
      }),
    ),
  ),
);

describe('a page of a list in memory', () => {
  test('contains the rows after a position in reading direction, with or without a row at the position', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        expect(pageOfList(asked.rows, paramsOf(asked), idOf).edges).toEqual(plainPage(asked));
      }),
      { numRuns: 1500 },
    );
  });

  test('is the same for any order of the rows, and does not change the rows', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const rows = Object.freeze([...asked.rows]);
        const turned = [...rows].reverse();
        expect(pageOfList(turned, paramsOf(asked), idOf)).toEqual(pageOfList(rows, paramsOf(asked), idOf));
      }),
    );
  });

  test('starts where the page before ended: all pages form the list, and its reverse in the other direction', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const walk = (backward: boolean): Row[] => {
          const found: Row[] = [];
          let beyond: Row | null = null;
          do {
            const params = paramsOf({ ...asked, backward, beyond });
            const { edges }: { edges: Row[] } = pageOfList(asked.rows, params, idOf);
            found.push(...edges);
            beyond = edges.at(-1) ?? null;
          } while (beyond !== null && found.length <= asked.rows.length);
          return found;
        };
        expect(walk(false)).toEqual(inOrder(asked.rows, asked.descending));
        expect(walk(true)).toEqual(inOrder(asked.rows, asked.descending).reverse());
      }),
      { numRuns: 300 },
    );
  });

  test('counts the whole list', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const params = paramsOf(asked);
        expect(pageOfList(asked.rows, params, idOf).total).toBe(asked.rows.length);
      }),
    );
  });
});

describe('a page of a sorted list', () => {
  test('contains the rows after a position in reading direction, with or without a row there', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const rows = Object.freeze(inOrder(asked.rows, asked.descending));
        const page = pageOfOrdered(rows, paramsOf(asked), (row) => row, idOf);
        expect(page).toEqual({ total: rows.length, edges: plainPage(asked) });
      }),
      { numRuns: 1500 },
    );
  });

  test('reads only the rows of the page and those of the search for its position', () => {
    let looks = 0;
    const rows = Array.from({ length: 100_000 }, (_, number) => number);
    const toEdge = (number: number) => {
      looks += 1;
      return { key: number, id: String(number) };
    };
    const params = { first: 20, afterKey: 70_000, afterId: '70000', backward: false, keyDown: false };
    const { total, edges } = pageOfOrdered(rows, params, toEdge, idOf);
    expect([total, edges[0]?.key, edges.at(-1)?.key]).toEqual([100_000, 70_001, 70_020]);
    // A binary search in 100,000 rows takes 17 steps.
    expect(looks).toBeLessThanOrEqual(20 + 17);
  });
});

test('example: best scores first, equal ones by id, from both ends', () => {
  const rows: Row[] = [
    { key: -1, id: 'b' },
    { key: -3, id: 'd' },
    { key: -1, id: 'a' },
    { key: -2, id: 'c' },
  ];
  const ids = (part: Partial<PageParams<number>>): string[] => {
    const params = {
      first: 2,
      afterKey: null,
      afterId: null,
      backward: false,
      keyDown: false,
    };
    return pageOfList(rows as { key: number; id: string }[], { ...params, ...part }, idOf).edges.map(idOf);
  };
  expect(ids({})).toEqual(['d', 'c']);
  expect(ids({ afterKey: -2, afterId: 'c' })).toEqual(['a', 'b']);
  expect(ids({ afterKey: -1, afterId: 'a' })).toEqual(['b']);
  expect(ids({ afterKey: -1, afterId: 'b' })).toEqual([]);
  expect(ids({ backward: true, keyDown: true })).toEqual(['b', 'a']);
  expect(ids({ backward: true, keyDown: true, afterKey: -1, afterId: 'b' })).toEqual(['a', 'c']);
});
