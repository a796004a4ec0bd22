import { namesAnyTag, namesTag } from '../../../src/http/if-none-match.ts';

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"x", "a"', true],
  ['"x",W/"a" , "y"', true],
  ['"x", "y"', false],
  ['a', false],
  ['"ab"', false],
  ['"a', false],
  ['*', false],
  ['', false],
  [undefined, false],
])('%s matches "a": %s', (header, expected) => {
  expect(namesTag(header, '"a"')).toBe(expected);
});

test('an asterisk alone matches any tag', () => {
  expect(['*', ' * ', '"*"', '*, "a"', undefined].map(namesAnyTag)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
