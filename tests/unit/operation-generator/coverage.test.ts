import { buildSchema } from 'graphql';
import { Coverage } from '../../support/operation-generator/coverage.ts';
import { coverageKeys } from '../../support/operation-generator/coverage-keys.ts';

const schema = buildSchema(`
  type Query { a(in: In, e: E): A }
  input In { n: Int in: In e: [E!] }
  enum E { ONE TWO }
  enum Answered { YES }
  type A { id: ID answered: Answered a: A }
`);

describe('coverage', () => {
  test('counts the possible fields, arguments, input fields, given enum values, and places of conditions', () => {
    const directives = coverageKeys(schema).filter((key) => key.startsWith('directive'));
    expect(directives).toHaveLength(12);
    expect(
      coverageKeys(schema)
        .filter((key) => !directives.includes(key))
        .sort(),
    ).toEqual([
      'argument Query.a(e:)',
      'argument Query.a(in:)',
      'enum value E.ONE',
      'enum value E.TWO',
      'field A.a',
      'field A.answered',
      'field A.id',
      'field Query.a',
      'input field In.e',
      'input field In.in',
      'input field In.n',
    ]);
  });

  test('counts the parts that one operation uses, in its text and in its variables', () => {
    const coverage = new Coverage(schema);
    coverage.add({
      index: 0,
      operationName: 'One',
      query: `
        query One($in: In, $yes: Boolean!) { a(in: $in, e: TWO) { ...F @skip(if: false) id @include(if: $yes) } }
        query Other { a { a { a { id } } } }
        fragment F on A { ... @skip(if: $yes) @include(if: true) { answered } }
        fragment Unused on A { a { id } }`,
      variables: { in: { in: { e: 'ONE' }, n: 1 }, yes: true },
    });
    const covered = coverageKeys(schema).flatMap((key) => {
      const count = coverage.countOf(key);
      return count > 0 ? [`${key} ${count}`] : [];
    });
    expect(covered).toEqual(
      [
        'field Query.a 1',
        'argument Query.a(in:) 1',
        'input field In.n 1',
        'input field In.in 1',
        'input field In.e 1',
        'enum value E.ONE 1',
        'argument Query.a(e:) 1',
        'enum value E.TWO 1',
        'field A.id 1',
        'field A.answered 1',
        'directive @include by variable on FIELD 1',
        'directive @skip by literal on FRAGMENT_SPREAD 1',
        'directive @skip by variable on INLINE_FRAGMENT 1',
        'directive @include by literal on INLINE_FRAGMENT 1',
      ].sort((a, b) => order(a) - order(b)),
    );
    expect(coverage.below(1).map(([key]) => key)).toContain('field A.a');
    expect(coverage.least(1)).toBe('field A.a');
  });
});

const order = (line: string): number => coverageKeys(schema).indexOf(line.replace(/ \d+$/, ''));
