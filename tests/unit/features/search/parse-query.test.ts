import fc from 'fast-check';
import { InvalidInput } from '../../../../src/domain/errors.ts';
import { parseQuery } from '../../../../src/features/search/parse-query.ts';
import { foldText } from '../../../../src/text/fold-text.ts';

/** Plain words, phrases between 「」, and exclusions with a leading minus. */
function parsed(query: string): string {
  const shown = ({ text, exact }: { text: string; exact: boolean }): string => (exact ? `「${text}」` : text);
  const { wanted, unwanted } = parseQuery(query, 'query');
  return [...wanted.map(shown), ...unwanted.map((term) => `-${shown(term)}`)].join(' ');
}

describe('words', () => {
  test.each([
    ['天津海关', '天津海关'],
    ['  二手车 \t 出口\n', '二手车 出口'],
    ['二手车　出口', '二手车 出口'], // an ideographic space
    ['ＲＣＥＰ ｒｃｅｐ', 'rcep rcep'], // may be syllables, so both are kept
    ['融資 ⾦融\u200b', '融资 金融'],
    ['海关 ， 。 😀', '海关'], // signs alone are not words
    ['50% ① ㎡', '50% ① m2'],
    ['二手车-出口', '二手车-出口'],
    ['C++ (a:b) [x]~ * ? && ||', 'c++ (a:b) [x]~'],
    ['😀 𠮷', '𠮷'],
    ['“保税+”发运', '「保税+」 发运'],
    ['中欧班列“保税+”发运', '中欧班列“保税+”发运'],
  ])('「%s」 is parsed as %s', (query, expected) => {
    expect(parsed(query)).toBe(expected);
  });
});

describe('phrases', () => {
  test.each([
    ['"融资 租赁"', '「融资租赁」'],
    ['“融资 租赁”', '「融资租赁」'],
    ['「融资租赁」', '「融资租赁」'],
    ['＂融资 租赁＂', '「融资租赁」'],
    ['" 融资 "', '「融资」'],
    ['"融资""租赁"', '「融资」 「租赁」'],
    ['融资 "融资"', '融资 「融资」'],
    ['"RCEP"', '「rcep」'],
    ['"“保税+”发运"', '「“保税+”发运」'],
    ['「"保税+"发运」', '「"保税+"发运」'],
    ['"海关" 出口', '「海关」 出口'],
  ])('%s is parsed as %s', (query, expected) => {
    expect(parsed(query)).toBe(expected);
  });

  test.each([
    ['"融资 租赁', '融资 租赁'],
    ['融资" 租赁', '融资 租赁'],
    ['＂融资 租赁', '融资 租赁'],
    ['融资＂ 租赁', '融资 租赁'],
    ['融"资', '融资'],
    ['"" 融资', '融资'],
    ['“” 融资', '融资'],
    ['"　" 融资', '融资'],
  ])('unclosed or empty ones are accepted: %s is parsed as %s', (query, expected) => {
    expect(parsed(query)).toBe(expected);
  });
});

describe('exclusions', () => {
  test.each([
    ['融资 -租赁', '融资 -租赁'],
    ['-租赁 融资', '融资 -租赁'],
    ['融资 －租赁', '融资 -租赁'],
    ['融资 -"租赁 业务"', '融资 -「租赁业务」'],
    ['融资 -“租赁 业务”', '融资 -「租赁业务」'],
    ['融资 -「租赁」', '融资 -「租赁」'],
    ['融资 -融资', '融资 -融资'],
    ['- 融资', '融资'],
    ['融资 -', '融资'],
    ['融资 -""', '融资'],
    ['融资 --租赁', '融资 --租赁'],
  ])('%s parses to %s', (query, expected) => {
    expect(parsed(query)).toBe(expected);
  });
});

const refused = (query: string, message: string) => {
  expect(() => parseQuery(query, 'query')).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'query', message: `query: ${message}` }),
  );
};

test.each(['，。！', '%', '😀', '\u0000', '""', '“ ”', '「」', '"', '＂', '--', '-""', '\ud842'])(
  'signs alone search for nothing: 「%s」',
  (query) => {
    expect(parsed(query)).toBe('');
  },
);

describe('refused queries', () => {
  test.each(['', ' ', '\t\n\u3000', '\u200b \ufeff'])('a query of blanks: 「%s」', (query) => {
    refused(query, 'has no word to look for');
  });

  test('more than 64 words, including exclusions; equal words count once', () => {
    const words = (count: number, sign = ''): string =>
      Array.from({ length: count }, (_, index) => `${sign}词${index}`).join(' ');
    expect(parseQuery(words(64), 'query').wanted).toHaveLength(64);
    refused(words(65), 'has 65 words; give at most 64');
    refused(`${words(40)} ${words(30, '-')}`, 'has 70 words; give at most 64');
    expect(parseQuery('词 '.repeat(5000), 'query').wanted).toHaveLength(5000);
  });
});

/** Texts with special meaning in a query, and arbitrary texts. */
const queries = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('"', '“', '”', '「', '」', '＂', '-', '－', ' ', '　', '海', '关', 'A'),
  }),
);

test('any text is accepted or refused by the name of its argument, and never fails otherwise', () => {
  fc.assert(
    fc.property(queries, (query) => {
      try {
        const { wanted, unwanted } = parseQuery(query, 'filter.words');
        for (const { text } of [...wanted, ...unwanted]) {
          expect(text).not.toBe('');
          expect(text).toBe(foldText(text));
        }
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        expect(error.argument).toBe('filter.words');
      }
    }),
    { numRuns: 2000 },
  );
});

test('words of letters and Han with spaces between are accepted unchanged', () => {
  const word = fc.string({ unit: fc.constantFrom('海', '关', '车', 'b', '7'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 9 }), (words) => {
      expect(parseQuery(words.join(' '), 'query')).toEqual({
        wanted: words.map((text) => ({ text, exact: false })),
        unwanted: [],
      });
    }),
  );
});

test.each([
  ['of one word', '海'.repeat(10_240)],
  ['of one phrase', `"${'海 '.repeat(5119)}"`],
  ['of quotation marks that open', '“ '.repeat(5120)],
  ['of corner marks that open', '「 '.repeat(5120)],
  ['of marks of all kinds', '"“「＂- '.repeat(1700)],
  ['of minuses', '- '.repeat(5120)],
])('10 kB %s parse quickly', (_name, query) => {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    try {
      parseQuery(query, 'query');
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInput);
    }
    return performance.now() - start;
  });
  // A parser that reads the text repeatedly takes seconds.
  expect(Math.min(...times)).toBeLessThan(400);
});
