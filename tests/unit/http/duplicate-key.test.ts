import fc from 'fast-check';
import { duplicateKey } from '../../../src/http/duplicate-key.ts';

test.each([
  ['{}', undefined],
  ['[{"a":1},{"a":2}]', undefined],
  ['{"a":{"a":{"a":"a"}}}', undefined],
  ['{"a":"\\":\\"a\\":","b":"a"}', undefined],
  ['{"a":"\\\\","a":1}', 'a'],
  ['{"a":1,"b":{"c":1},"a":2}', 'a'],
  ['{"b":[{"c":1 , "c" : 2}]}', 'c'],
  ['{"\\u0061":1,"a":2}', 'a'],
  ['{"":1,"":2}', ''],
  ['"a"', undefined],
])('%s: %s', (text, expected) => {
  expect(duplicateKey(text)).toBe(expected);
});

/** JSON values with keys and texts made of JSON syntax characters. */
const sign = fc.constantFrom('"', '\\', ':', '{', '}', ',', 'a', ' ', '值');
const text = fc.array(sign, { maxLength: 4 }).map((signs) => signs.join(''));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.uniqueArray(fc.tuple(text, tie('value')), { maxLength: 4, selector: ([key]) => key }).map(toObject),
  ),
}));
function toObject(entries: [string, unknown][]): object {
  return Object.fromEntries(entries.filter(([key]) => key !== '__proto__'));
}

test('output of JSON.stringify has no duplicate key; an inserted duplicate is found', () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 2 }), (json, indent) => {
      expect(duplicateKey(JSON.stringify(json, null, indent))).toBeUndefined();
      const twice = `{"k":${JSON.stringify(json, null, indent)},"k":0}`;
      expect(duplicateKey(twice)).toBe('k');
    }),
    { seed: 15, numRuns: 500 },
  );
});
