import fc from 'fast-check';
import { allOf, always, anyOf, type Condition, clause, not } from '../../../src/domain/clause-algebra.ts';
import type { ItemClause } from '../../../src/domain/item-clause.ts';

/** The properties of an item that the filter reads. */
interface Item {
  readonly agencies: readonly string[];
  readonly zones: readonly string[];
  readonly themes: readonly string[];
  readonly text: string;
}

const linked = ({ agencies, zones, themes }: Item): string[] => [...agencies, ...zones, ...themes];
const within = (count: number, min: number, max: number): boolean => count >= min && count <= max;

/** The meaning of a clause, as in cypher/blocks/item-filter.cypher, in JavaScript. */
const meets = (item: Item, each: ItemClause): boolean =>
  each.linkedToAll.every((id) => linked(item).includes(id)) &&
  each.linkedToAny.every((ids) => ids.some((id) => linked(item).includes(id))) &&
  !each.linkedToNone.some((id) => linked(item).includes(id)) &&
  each.containsAll.every((words) => item.text.includes(words)) &&
  !each.containsNone.some((words) => item.text.includes(words)) &&
  within(item.agencies.length, each.minAgencies, each.maxAgencies) &&
  within(item.zones.length, each.minZones, each.maxZones) &&
  within(item.themes.length, each.minThemes, each.maxThemes);

const meetsAny = (item: Item, condition: Condition): boolean => condition.some((each) => meets(item, each));

/** A condition, its direct evaluation, and its clauses. */
interface Question {
  readonly asked: string;
  readonly directly: (item: Item) => boolean;
  readonly clauses: () => Condition;
}

const LIMIT = 400;
const IDS = ['a1', 'a2', 'a3', 'z1', 'z2', 't1', 't2'];
const WORDS = ['保', '理', '保理'];
const id = fc.constantFrom(...IDS);
const ids = fc.uniqueArray(id, { maxLength: 3 });
const count = fc.nat(3);

const leaf = (part: Partial<ItemClause>, directly: Question['directly']): Question => ({
  asked: JSON.stringify(part),
  directly,
  clauses: () => clause(part),
});

const leaves: fc.Arbitrary<Question> = fc.oneof(
  ids.map((list) => leaf({ linkedToAll: list }, (item) => list.every((each) => linked(item).includes(each)))),
  ids.map((list) =>
    leaf({ linkedToAny: [list] }, (item) => list.some((each) => linked(item).includes(each))),
  ),
  ids.map((list) =>
    leaf({ linkedToNone: list }, (item) => list.every((each) => !linked(item).includes(each))),
  ),
  fc
    .constantFrom(...WORDS)
    .map((words) => leaf({ containsAll: [words] }, ({ text }) => text.includes(words))),
  fc
    .constantFrom(...WORDS)
    .map((words) => leaf({ containsNone: [words] }, ({ text }) => !text.includes(words))),
  count.map((n) => leaf({ minAgencies: n }, ({ agencies }) => agencies.length >= n)),
  count.map((n) => leaf({ maxAgencies: n }, ({ agencies }) => agencies.length <= n)),
  count.map((n) => leaf({ minZones: n, maxZones: n + 1 }, ({ zones }) => within(zones.length, n, n + 1))),
  count.map((n) => leaf({ maxThemes: n }, ({ themes }) => themes.length <= n)),
  // several conditions in one filter object
  fc
    .tuple(id, count)
    .map(([each, n]) =>
      leaf(
        { linkedToAll: [each], minThemes: n, containsNone: ['保'] },
        (item) => linked(item).includes(each) && item.themes.length >= n && !item.text.includes('保'),
      ),
    ),
);

const { question } = fc.letrec<{ question: Question }>((tie) => ({
  question: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc.array(tie('question'), { maxLength: 3 }).map((parts) => ({
      asked: `and(${parts.map(({ asked }) => asked)})`,
      directly: (one: Item) => parts.every(({ directly }) => directly(one)),
      clauses: () =>
        allOf(
          parts.map(({ clauses }) => clauses()),
          LIMIT,
        ),
    })),
    fc.array(tie('question'), { maxLength: 3 }).map((parts) => ({
      asked: `or(${parts.map(({ asked }) => asked)})`,
      directly: (one: Item) => parts.some(({ directly }) => directly(one)),
      clauses: () => anyOf(parts.map(({ clauses }) => clauses())),
    })),
    tie('question').map((part) => ({
      asked: `not(${part.asked})`,
      directly: (one: Item) => !part.directly(one),
      clauses: () => not(part.clauses(), LIMIT),
    })),
  ),
}));

const some = (prefix: string): fc.Arbitrary<string[]> =>
  fc.subarray(IDS.filter((each) => each.startsWith(prefix)));
const item: fc.Arbitrary<Item> = fc.record({
  agencies: some('a'),
  zones: some('z'),
  themes: some('t'),
  text: fc.string({ unit: fc.constantFrom('保', '理', '资'), maxLength: 4 }),
});

test('clauses give the same result as direct evaluation for any nesting of and, or and not', () => {
  let tooMany = 0;
  let asked = 0;
  fc.assert(
    fc.property(question, fc.array(item, { minLength: 5, maxLength: 10 }), (each, items) => {
      let condition: Condition;
      asked += 1;
      try {
        condition = each.clauses();
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        tooMany += 1;
        return;
      }
      expect(items.map((one) => meetsAny(one, condition))).toEqual(items.map((one) => each.directly(one)));
    }),
    { numRuns: 3000 },
  );
  expect(tooMany).toBeLessThan(asked / 4);
});

describe('examples', () => {
  const bare: Item = { agencies: [], zones: [], themes: [], text: '' };
  const rich: Item = { agencies: ['a1', 'a2'], zones: ['z1'], themes: ['t1'], text: '商业保理' };
  const meeting = (condition: Condition): boolean[] => [bare, rich].map((each) => meetsAny(each, condition));

  test('a condition that always holds and one that never holds', () => {
    expect(meeting(always)).toEqual([true, true]);
    expect(meeting(anyOf([]))).toEqual([false, false]);
    expect(meeting(allOf([], LIMIT))).toEqual([true, true]);
    expect(meeting(not(always, LIMIT))).toEqual([false, false]);
    expect(meeting(not(anyOf([]), LIMIT))).toEqual([true, true]);
  });

  test('the negation of several conditions is any of their negations', () => {
    const opposite = not(
      clause({ linkedToAll: ['a1'], containsNone: ['保'], minAgencies: 1, maxZones: 0 }),
      LIMIT,
    );
    expect(opposite).toEqual([
      { ...always[0], linkedToNone: ['a1'] },
      { ...always[0], containsAll: ['保'] },
      { ...always[0], maxAgencies: 0 },
      { ...always[0], minZones: 1 },
    ]);
    expect(meeting(opposite)).toEqual([true, true]);
  });

  test('the tighter of two bounds applies', () => {
    const both = allOf(
      [clause({ minAgencies: 1, maxAgencies: 5 }), clause({ minAgencies: 2, maxAgencies: 9 })],
      LIMIT,
    );
    expect(both).toMatchObject([{ minAgencies: 2, maxAgencies: 5 }]);
  });

  test('accepts as many clauses as the limit and refuses more', () => {
    const two = anyOf([clause({ linkedToAll: ['a1'] }), clause({ linkedToAll: ['a2'] })]);
    expect(allOf([two, two, two], 8)).toHaveLength(8);
    expect(() => allOf([two, two, two], 7)).toThrow(RangeError);
    const four = clause({ linkedToAll: ['a1', 'a2', 'a3', 'z1'] });
    expect(not(anyOf([four, four]), 16)).toHaveLength(16);
    expect(() => not(anyOf([four, four]), 15)).toThrow('more than 15 clauses');
  });
});
